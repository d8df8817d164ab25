/* What the skins in Vue have in common, whichever Vue it is: how a form, a list and the picker of items behave. Each skin
   draws them with its own toolkit, and mixes these in. `hooks` are the skin's own. */
skin.vue = {};

skin.vue.form = {
  data: function () { return { form: null, values: {}, more: {}, shown: false, alive: false, part: "0", unfolded: [] }; },
  computed: {
    parts: function () { return this.form ? skin.forms.parts(this.form) : []; },
    buttons: function () { return this.form ? skin.forms.buttons(this.form, Number(this.part)) : []; },
    how: function () { return this.parts.length ? this.form.sections : "whole"; },
    note: function () { return this.form && (this.looked ? this.form.seenNote : this.form.note); },
    looked: function () { return Boolean(this.form && this.form.locked && this.form.shows && this.form.shows !== "form"); },
    cells: function () { return this.looked ? skin.forms.cells(this.form, this.values) : []; },
    paged: function () { return Boolean(this.shown && this.form && this.form.opens === "page"); }
  },
  watch: {
    paged: function (paged) { this.$emit("paged", paged); },
    values: { deep: true, handler: function () { if (this.form) { skin.forms.compute(this.form, this.values); } } }
  },
  methods: {
    open: function (path, asked, more, look) {
      var self = this;
      this.path = path;
      this.portal.get(path, asked).then(function (reply) {
        if (!reply) { return; }
        if (look) { reply.form.shows = look.shows; reply.form.opens = look.opens; }
        self.values = self.first(reply.form);
        self.form = reply.form;
        self.more = more || {};
        self.part = "0";
        self.unfolded = skin.forms.parts(reply.form).map(function (one, at) { return one.folded ? "" : String(at); }).filter(Boolean);
        self.shown = self.alive = true;
        skin.forms.lateOptions(self.portal, self.form);
      });
    },
    pick: function (field) {
      var self = this;
      this.$refs.picker.open(function (item) { skin.forms.take(field, item, self.values); });
    },
    press: function (button) {
      if (skin.ACTS.indexOf(button.action) >= 0) {  // what can be done with the plan that is looked at
        this.close();
        this.$emit("act", button, { id: this.more.planId });
        return;
      }
      skin.press(this.portal, button, { save: this.validate, close: this.close, next: this.next, back: this.back });
    },
    close: function () { this.shown = false; },
    /* The next step, once this one is well; what is typed stays. */
    next: function () {
      var self = this;
      var columns = this.parts[Number(this.part)].fields.map(function (field) { return field.column; });
      this.check(columns, function () { self.part = String(Number(self.part) + 1); });
    },
    back: function () { this.part = String(Number(this.part) - 1); },
    /* Bring the part into sight in which a field stands. */
    reveal: function (column) {
      var at = String(skin.forms.partOf(this.form, column));
      if (this.unfolded.indexOf(at) < 0) { this.unfolded = this.unfolded.concat(at); }
      this.part = at;
    },
    validate: function () {
      var self = this;
      this.$refs.form.validate(function (fine, wrong) {
        if (!fine && self.parts.length) { self.reveal(Object.keys(wrong)[0]); }
        if (!fine) { return; }
        if (self.form.question) { hooks.ask(self.form.question, self.save); } else { self.save(); }
      });
    },
    save: function () {
      var self = this;
      this.portal.post(this.saving, skin.forms.posted(this.form, this.values, this.more)).then(function (reply) {
        if (!reply) { return; }
        if (self.form.after === "result") {
          hooks.tell(skin.forms.result(reply), function () { self.close(); self.$emit("saved", reply); });
          return;
        }
        hooks.say(reply.msg, "success");
        self.follow(reply);
      });
    },
    /* What follows a save, on this portal. */
    follow: function (reply) {
      var after = this.form.after;
      this.$emit("saved", reply);
      if (after === "stays" || after === "shows") {
        var stays = after === "stays" ? { shows: "form", opens: this.form.opens } : null;
        var asked = skin.forms.seen(this.path, this.more, reply);
        this.open(this.path, asked, asked, stays);
        return;
      }
      this.close();
      if (after === "details") { this.$emit("next", reply); }
    }
  }
};

skin.vue.grid = {
  data: function () { return { query: {}, rows: [], sums: [], page: { pageNo: 1, total: 0 }, ticked: [], busy: false, turn: 0, menu: null }; },
  methods: {
    load: function (pageNo) {
      var self = this;
      var mine = this.turn += 1;
      this.busy = true;
      var asked = Object.assign({}, this.asked, this.query, { pageNo: pageNo, pageSize: this.list.pageSize });
      this.portal.get(this.path, asked, true).then(function (reply) {
        if (mine !== self.turn) { return; }
        self.busy = false;
        if (!reply) { return; }
        self.page = reply.page;
        self.rows = reply.page.list;
        self.sums = reply.sums || [];
        self.$emit("loaded", reply);
      });
    },
    reload: function () { this.load(this.page.pageNo); },
    reset: function () {
      var query = this.query;
      (this.list.query || []).forEach(function (field) { query[field.column] = field.value || ""; });
      this.load(1);
    },
    ask: function (button) {
      var self = this;
      skin.press(this.portal, button, { query: function () { self.load(1); }, reset: this.reset });
    },
    /* The menu of a row that was clicked with the other button of the mouse. */
    menuAt: function (row, _column, event) {
      var self = this;
      if (!this.list.contextMenu) { return; }
      event.preventDefault();
      this.menu = { row: row, x: event.clientX, y: event.clientY };
      document.addEventListener("click", function () { self.menu = null; }, { once: true });
    },
    row: function () {
      if (this.ticked.length === 1) { return this.ticked[0]; }
      hooks.say("请选择一条记录", "error");
      return null;
    },
    footer: function (table) {
      var sum = this.sums[0] || {};
      return table.columns.map(function (column) { return sum[column.property] || ""; });
    },
    align: function (column) { return { money: "right", text: "left" }[column.kind] || "center"; }
  }
};

/* Selects that wait for each other: each one offers what lies below the one before it; the last one's choice is the value. */
skin.vue.chained = {
  data: function () {
    var path = skin.forms.path(this.field.tree, this.value || this.modelValue || "") || [];
    return { chosen: path.map(function (node) { return node.value; }) };
  },
  computed: {
    levels: function () {
      var nodes = this.field.tree;
      var made = [nodes];
      this.chosen.some(function (value) {
        var node = nodes.find(function (one) { return one.value === value; });
        nodes = node && node.children;
        if (nodes) { made.push(nodes); }
        return !nodes;
      });
      if (made.length === 1) { made.push([]); }
      return made;
    }
  },
  methods: {
    choose: function (at, value) {
      this.chosen = this.chosen.slice(0, at).concat(value);
      var node = this.levels[at].find(function (one) { return one.value === value; });
      var held = node && !node.children ? value : "";
      this.$emit("input", held);
      this.$emit("update:modelValue", held);
    }
  }
};

skin.vue.picker = {
  data: function () { return { shown: false, words: "", found: null, chosen: null, take: null, round: 0 }; },
  methods: {
    open: function (take) {
      this.take = take;
      this.words = "";
      this.found = this.chosen = null;
      this.round += 1;
      if (this.picker.columns.length) { this.list(); }
      this.shown = true;
    },
    load: function (node, resolve) {
      this.portal.get("item/children", { parent: node.level ? node.data.code : "" }, true).then(function (reply) {
        resolve(reply ? reply.list : []);
      });
    },
    choose: function (item) { this.chosen = item.leaf ? item : null; },
    search: function () {
      if (!this.words.trim() && !this.picker.columns.length) { this.found = null; return; }
      this.list();
    },
    list: function () {
      var self = this;
      this.portal.get("item/search", { words: this.words }, true).then(function (reply) {
        if (reply) { self.found = reply.list; }
      });
    },
    press: function (button) {
      skin.press(this.portal, button, { query: this.search, take: this.confirm, close: this.close });
    },
    close: function () { this.shown = false; },
    confirm: function () {
      if (!this.chosen) { hooks.say(this.picker.leafOnly, "error"); return; }
      this.take(this.chosen);
      this.close();
    },
    title: function (item) { return item.code + " " + item.name; }
  }
};

/* A back office that shows its screens in frames: one for all, or one in a tab for each. The same main page stands in the
   frame, without the shell (`skin.inside`); `screens.work` says which it is. */
skin.inside = /[?&]inside=1/.test(window.location.search);

skin.vue.frames = {
  data: function () { return { frames: [], frame: "", inside: skin.inside, rounds: 0 }; },
  computed: {
    framed: function () { return !skin.inside && Boolean(this.screens) && ["iframe", "tabs"].indexOf(this.screens.work) >= 0; }
  },
  methods: {
    /* `path`: the menu's words that led there. */
    openFrame: function (page, path) {
      var key = path.join("/");
      var known = this.frames.some(function (one) { return one.key === key; });
      var made = { key: key, title: path[path.length - 1], path: path, src: window.location.pathname + "?inside=1#/" + page };
      if (this.screens.work === "iframe") { this.frames = [Object.assign(made, { round: this.rounds += 1 })]; } else if (!known) { this.frames.push(made); }
      this.frame = key;
    },
    shutFrame: function (key) {
      this.frames = this.frames.filter(function (one) { return one.key !== key; });
      if (this.frame === key) { this.frame = this.frames.length ? this.frames[this.frames.length - 1].key : ""; }
    }
  }
};
