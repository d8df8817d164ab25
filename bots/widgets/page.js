// What every script of the widget layer knows of a page. Evaluated inside a frame; keeps nothing there.
const setTimeout = window.__yuncaiTimers ? window.__yuncaiTimers.later : window.setTimeout.bind(window); // the kit's timers are no debounce
const P = (() => {
  // Short texts are compared over and over: what was made of one is kept.
  const KEPT = 4000, SHORT = 60;
  const keeping = make => {
    const known = new Map();
    return s => {
      if (typeof s !== "string" || s.length > SHORT) return make(s);
      if (!known.has(s)) {
        if (known.size > KEPT) known.clear();
        known.set(s, make(s));
      }
      return known.get(s);
    };
  };
  const squeeze = keeping(s => (s || "").normalize("NFKC").replace(/[\s\u200b\ufeff]+/g, ""));
  // 「 保 存(S) 」, 「*计划名称：」, 「[增加]」 → 保存, 计划名称, 增加
  const norm = keeping(s => {
    const plain = squeeze(s).replace(/[（(][A-Za-z][）)]$/, "").replace(/登[陆入]/g, "登录"); // spelt in three ways
    return plain.replace(/^[^\p{L}\p{N}]+/gu, "").replace(/[^\p{L}\p{N}]+$/gu, "") || plain;
  });
  // the same without a unit or a remark: 预算单价(元) → 预算单价
  const plain = keeping(s => norm(squeeze(s).replace(/[（(][^（()）]*[）)]/g, "")) || norm(s));
  const text = el => ((el.childElementCount ? el.innerText : el.textContent) || "").replace(/[\s\u00a0\u200b]+/g, " ").trim();

  // Whether the document is still being read, or its own scripts have yet to run.
  const unread = () => {
    const [arrival] = performance.getEntriesByType("navigation");
    return document.readyState === "loading" || (arrival !== undefined && arrival.domContentLoadedEventEnd === 0);
  };
  const frameShown = () => {
    if (!innerWidth || !innerHeight) return false;
    try {
      const holder = window.frameElement;
      return !holder || holder.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    } catch { return true; }
  };
  const shown = el => {
    if (!el.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    const box = el.getBoundingClientRect();
    return box.width > 0 && box.height > 0;
  };
  // in sight even where it is drawn transparent over its picture, as the inputs of many toolkits are
  const inSight = el => {
    if (!el.checkVisibility({ checkVisibilityCSS: true, visibilityProperty: true })) return false;
    const box = el.getBoundingClientRect();
    if (box.width <= 2 || box.height <= 2) return false;
    if (box.right + scrollX > 0 && box.bottom + scrollY > 0) return true;
    let [right, bottom] = [box.right + scrollX, box.bottom + scrollY];  // scrolled away by a block around it
    for (let at = el.parentElement; at && at !== document.body; at = at.parentElement) [right, bottom] = [right + at.scrollLeft, bottom + at.scrollTop];
    return right > 0 && bottom > 0;
  };
  const dead = el => el.tagName === "A" && !el.hasAttribute("href") && !el.onclick && getComputedStyle(el).cursor !== "pointer";
  const enabled = el => !el.closest("[disabled], [aria-disabled=true], fieldset:disabled") && !el.closest(every("disabled"));
  const usable = el => !dead(el) && enabled(el);

  const PRESSABLE = "button, input[type=button], input[type=submit], input[type=reset], input[type=image], a, " +
    "[role=button], [role=link], [role=menuitem], [role=tab], [onclick], img[alt], img[title], summary, " + every("pressables");
  const wordsOf = el => {
    const own = el.tagName === "INPUT" ? [el.value] : [text(el)];
    const inner = [...el.querySelectorAll("img[alt], img[title]")].flatMap(i => [i.alt, i.title]);
    return [...own, el.getAttribute("title"), el.getAttribute("alt"), el.getAttribute("aria-label"), ...inner]
      .filter(Boolean).map(norm).filter(Boolean);
  };
  const pressables = root => [...root.querySelectorAll(PRESSABLE)].filter(shown);
  const innermost = list => list.filter(el => !list.some(other => other !== el && el.contains(other)));
  // How far down a list of words (in order of trust) the first one stands that an element says.
  const rankOf = (el, words) => Math.min(...wordsOf(el).map(w => words.findIndex(word => norm(word) === w)).filter(at => at >= 0), words.length);
  const mostTrusted = (found, words) => {
    const best = Math.min(...found.map(el => rankOf(el, words)));
    return found.filter(el => rankOf(el, words) === best);
  };
  const pressable = (root, words) => {
    const wanted = new Set(words.map(norm));
    const named = el => wordsOf(el).some(w => wanted.has(w));
    const known = pressables(root).filter(named);
    if (known.length) return mostTrusted(innermost(known), words);
    // a listener added by script leaves no mark but the pointer
    return innermost([...root.querySelectorAll("span, div, li, td, i, label, p")].filter(el =>
      el.childElementCount < 3 && wanted.has(norm(el.textContent)) && shown(el) && getComputedStyle(el).cursor === "pointer"));
  };

  // Where a press leads, as far as the page says so: an address, or a script that does not depend on what is pressed.
  const SCRIPT = /^\s*javascript:/i;
  const GOES = /^(?:(?:window|self|document|return)[.\s])*location(?:\.href)?(?:=|\.assign\(|\.replace\()(['"])([^'"]+)\1\)?$/;
  const placeOf = el => {
    const href = el.tagName === "A" ? el.getAttribute("href") || "" : "";
    if (href && !href.startsWith("#") && !SCRIPT.test(href)) return `to:${el.href}`;
    const goes = (el.getAttribute("onclick") || "").replace(/[;\s]/g, "").match(GOES);
    if (goes) return `to:${new URL(goes[2], document.baseURI).href}`;
    const script = `${href.replace(SCRIPT, "")};${el.getAttribute("onclick") || ""}`.replace(/[;\s]|void\(0\)|returnfalse/g, "");
    return script && !/\bthis\b|\bevent\b/.test(script) ? `by:${script}` : "";
  };
  // Without twins: of several that lead to one place only the first.
  const apart = list => {
    const places = new Set();
    return list.filter(el => { const place = placeOf(el); return !place || (!places.has(place) && places.add(place)); });
  };

  // 到第 [2] 页 确定: what goes to a page, beside the number that is typed there.
  const PAGE_NUMBER = /第\s*\d*\s*页|(跳转|转)(到|至)/;
  const goesToPage = (el, root) => {
    for (let at = el.parentElement; at && at !== root && text(at).length < 80; at = at.parentElement)
      if (PAGE_NUMBER.test(text(at)) && at.querySelector("input, select")) return true;
    return false;
  };

  const CLOSING = ["确定", "确认", "关闭", "我知道了", "知道了", "取消", "是", "否", "好的", "OK"].map(norm);
  const CROSS = /^[×✕✖xX╳]$/;
  const crossOf = box => [...box.querySelectorAll(every("crosses"))].find(shown) || pressables(box).find(el => CROSS.test(squeeze(el.value || el.textContent)) ||
    /(^|[\s_-])(close|cancel)([\s_-]|$)/i.test((el.className || "") + " " + (el.id || "")) && !squeeze(el.textContent)) || null;
  const placed = el => {
    const s = getComputedStyle(el);
    return (s.position === "fixed" || (s.position === "absolute" && Number(s.zIndex) > 0)) && !el.matches(every("regions"));
  };
  const DIALOG = "[role=dialog], [role=alertdialog], [aria-modal=true], dialog[open], " + every("dialogs");
  const LIVE = "[role=alert], [role=status], [aria-live=polite], [aria-live=assertive], " + every("toasts");
  // what floats and is no dialog: messages that go by themselves, the lists and calendars of fields
  const PASSING = every("toasts") + ", " + every("panels");
  const veil = el => {
    const r = el.getBoundingClientRect();
    if (r.width < innerWidth * 0.9 || r.height < innerHeight * 0.9) return false;
    const s = getComputedStyle(el);
    const alpha = (s.backgroundColor.match(/rgba?\(([^)]*)\)/) || [, ""])[1].split(/[,/]/).map(Number)[3];
    return Number(s.opacity) < 1 || (alpha > 0 && alpha < 1);
  };
  // stuck along the whole edge of a page: its foot with 保存 and 关闭, no dialog
  const bar = el => {
    const r = el.getBoundingClientRect();
    return r.width >= innerWidth * 0.9 && r.height < innerHeight * 0.25 && (r.top <= 2 || r.bottom >= innerHeight - 2);
  };
  const onTop = el => {
    const r = el.getBoundingClientRect();
    const at = (x, y) => document.elementFromPoint(Math.min(Math.max(x, 1), innerWidth - 2), Math.min(Math.max(y, 1), innerHeight - 2));
    return [[0.5, 0.5], [0.5, 0.1], [0.9, 0.5], [0.5, 0.9]].some(([a, b]) => {
      const hit = at(r.left + r.width * a, r.top + r.height * b);
      return hit && el.contains(hit);
    });
  };
  // The topmost DOM dialog: what lies over a veil, calls itself a dialog, or floats with buttons to close it.
  const topBox = () => {
    if (!document.body || !frameShown()) return null;
    const floating = [...document.body.querySelectorAll("div, section, form, table, dialog, aside, article, " + DIALOG)]
      .filter(el => (el.matches(DIALOG) || (placed(el) && !bar(el))) && !el.closest(PASSING) && shown(el));
    if (!floating.length) return null;
    const veiled = floating.some(veil);
    const boxes = floating.filter(el => {
      const r = el.getBoundingClientRect();
      const whole = r.width >= innerWidth * 0.9 && r.height >= innerHeight * 0.9;
      if ((!squeeze(el.innerText) && !el.querySelector("iframe")) || !onTop(el)) return false;
      if (el.matches(DIALOG)) return true;
      if (whole) return veil(el) && pressables(el).length > 0;  // a layer that holds its own card
      if (veiled) return pressables(el).length > 0 || el.querySelector("iframe") !== null;
      const words = pressables(el).flatMap(wordsOf);
      return r.width * r.height < innerWidth * innerHeight * 0.6 && words.some(w => CLOSING.includes(w));
    });
    // nested boxes: a dialog's own floating parts are not dialogs, unless they call themselves so
    const outer = boxes.filter(el => !boxes.some(other => other !== el && other.contains(el)));
    const top = outer.sort((a, b) => layer(a) - layer(b)).pop() || null;
    // what only veils the page behind a dialog is that dialog, however it is drawn while that comes and goes
    const inner = top && !top.matches(DIALOG) ? boxes.filter(el => top.contains(el) && el.matches(DIALOG)) : [];
    return inner.length === 1 ? inner[0] : top;
  };
  // A layer over everything with nothing to press or to fill in: the page asks for patience.
  const waiting = top => {
    if (!document.body || !frameShown()) return false;
    const whole = el => { const r = el.getBoundingClientRect(); return r.width >= innerWidth * 0.9 && r.height >= innerHeight * 0.9; };
    if ([...document.querySelectorAll(every("masks"))].some(el => shown(el) && whole(el))) return true;
    if (top) return false;
    for (let at = document.elementFromPoint(innerWidth / 2, innerHeight / 2); at && at !== document.body; at = at.parentElement) {
      const r = at.getBoundingClientRect();
      if (placed(at) && r.width >= innerWidth * 0.9 && r.height >= innerHeight * 0.9) {
        return !pressables(at).length && !fields(at).length && !at.querySelector("iframe, frame, table") && squeeze(at.innerText).length < 40;
      }
    }
    return false;
  };
  // A dialog that nothing lies over and no hand reaches is on its way in or out; what stays so for long is no dialog.
  const PASSING_MS = 3000;
  const unreached = new WeakMap();
  const passing = top => {
    if (!document.body || !frameShown()) return false;
    const now = performance.now();
    if (top) unreached.delete(top);
    return !top && [...document.body.querySelectorAll(every("dialogs"))].some(el => {
      if (!shown(el) || el.closest(PASSING)) { unreached.delete(el); return false; }
      if (!unreached.has(el)) unreached.set(el, now);
      return now - unreached.get(el) < PASSING_MS;
    });
  };
  const layer = el => {
    for (let at = el; at && at !== document.body; at = at.parentElement) {
      const z = Number(getComputedStyle(at).zIndex);
      if (z) return z;
    }
    return 0;
  };
  // A box's own words: without its buttons and without a title that only says 「提示」.
  const TITLE = /^(系统|温馨|操作|友情)?(提示|信息|消息|警告|错误|询问|确认|对话框)(信息|框)?$/;
  const message = el => {
    const skip = new Set(pressables(el));
    const cross = crossOf(el);
    if (cross) skip.add(cross);
    const parts = [];
    const walk = node => {
      if (node.nodeType === 3) { if (/[\p{L}\p{N}]/u.test(node.data)) parts.push(node.data.replace(/\s+/g, " ").trim()); return; }
      if (node.nodeType !== 1 || skip.has(node) || /^(SCRIPT|STYLE|TEMPLATE)$/.test(node.tagName) || !shown(node)) return;
      if (TITLE.test(norm(node.textContent)) || CROSS.test(squeeze(node.textContent))) return;
      node.childNodes.forEach(walk);
    };
    el.childNodes.forEach(walk);
    return parts.join(" ");
  };
  const FIELDS = "input:not([type=hidden]):not([type=button]):not([type=submit]):not([type=image]):not([type=reset]), select, textarea";
  // a radio button or check box hides behind its picture
  const pictured = el => /^(radio|checkbox)$/.test(el.type) && [el.closest("label"), el.parentElement].some(at => at && shown(at));
  const passwords = root => [...root.querySelectorAll("input[type=password], input[style*=text-security]")].filter(shown);
  const fields = el => [...el.querySelectorAll(FIELDS)].filter(one => shown(one) || pictured(one));
  // Dialogs are told apart by numbers, so that what was meant for one never reaches another that came over it.
  const numbers = new WeakMap();
  let last = 0;
  const numberOf = box => numbers.get(box) || numbers.set(box, last += 1).get(box);
  // Where to look: what was in a dialog is nowhere once that dialog is not the topmost one.
  const root = boxed => {
    if (!boxed) return document.body || document.createElement("div");  // between two documents there is nothing
    const top = topBox();
    return top && (boxed === true || numberOf(top) === boxed) ? top : document.createElement("div");
  };
  return { squeeze, norm, plain, text, unread, shown, inSight, frameShown, enabled, usable, wordsOf, pressables, rankOf, pressable, placeOf, apart, passwords, innermost, crossOf, placed,
           topBox, passing, numberOf, waiting, root, message, fields, goesToPage, CLOSING, DIALOG, LIVE };
})();
