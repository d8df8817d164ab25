/* The pages of a back office, each in a tab that stays in the document when another is in front. The address's hash names
   the one in front: #/page/argument. Mixed into a portal's main page, which says `titleOf(page, argument)`. */
skin.tabs = {
  data: function () { return { tabs: [], front: "" }; },
  created: function () {
    var self = this;
    window.addEventListener("hashchange", function () { self.arrive(); });
  },
  computed: {
    routed: function () { return skin.inside || Boolean(this.screens) && this.screens.work === "router"; },
    tab: function () {
      var front = this.front;
      return this.tabs.find(function (tab) { return tab.key === front; }) || { page: "welcome", crumbs: [] };
    }
  },
  methods: {
    open: function (page, path) {
      var words = path.split("/").filter(Boolean);
      if (this.framed) { this.openFrame(page, words); } else { this.go(page, "", words); }
    },
    go: function (page, argument, crumbs) {
      this.led = crumbs;
      var hash = "#/" + page + (argument ? "/" + encodeURIComponent(argument) : "");
      if (window.location.hash === hash) { this.arrive(); } else { window.location.hash = hash; }
    },
    /* Bring the tab of the address to the front; one that stands there already is refreshed. Pages not yet made share one. */
    arrive: function () {
      var parts = window.location.hash.replace(/^#\//, "").split("/").map(decodeURIComponent);
      var page = parts[0] || "welcome";
      var crumbs = this.led || [];
      this.led = null;
      var known = this.tabs.find(function (tab) { return tab.key === page; });
      if (known && known.argument === (parts[1] || "")) { this.refresh(page); }
      if (!known && this.routed) { this.tabs = []; }  // a plain router keeps none
      if (!known) { this.tabs.push(known = { key: page, page: page }); known = this.tabs[this.tabs.length - 1]; }
      known.argument = parts[1] || "";
      known.crumbs = crumbs;
      known.title = this.titleOf(page) || crumbs[crumbs.length - 1] || "首页";
      this.front = page;
    },
    refresh: function (page) {
      var view = [].concat(this.$refs[page] || [])[0];
      if (view && view.refresh) { view.refresh(); }
    },
    shut: function (key) {
      var at = this.tabs.findIndex(function (tab) { return tab.key === key; });
      this.tabs.splice(at, 1);
      var next = this.tabs[Math.max(0, at - 1)];
      if (this.front === key) { this.go(next ? next.page : "welcome", next && next.argument, next && next.crumbs); }
    },
    turn: function (key) {
      var tab = this.tabs.find(function (one) { return one.key === key; });
      this.go(tab.page, tab.argument, tab.crumbs);
    }
  }
};
