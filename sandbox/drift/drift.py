"""One seed's drift of both portals."""

import random
from collections.abc import Mapping, Sequence
from decimal import Decimal

from sandbox.drift import grammar, logs, sections, structure
from sandbox.drift.chance import happens
from sandbox.drift.days import WAYS, rewritten
from sandbox.drift.extras import copies, decoys, more_buttons, more_columns
from sandbox.drift.labels import headed, punctuated, renamed
from sandbox.drift.units import YUAN_A_WAN, Said, can_change, in_yuan, times
from sandbox.drift.words import COLUMNS, EXTRA, MENU, SYNONYMS
from sandbox.skins.describe import Json
from sandbox.store.logins import Portal
from sandbox.store.still import Still

LISTS = ("plans", "details", "sheets")
FORMS = ("login", "plan", "detail", "sheet")
DEEPEST = 4
SECTIONED = tuple(sections.COLUMNS)
KEEP_THEIR_PLACE = {"serial", "check", "operations"}
SHARES = {"manual": 0.0, "some": 0.3, "most": 0.8}  # of the words that are the portal's own


class Drift(Still):
    """The same every time for the same seed: a form that is opened twice looks the same twice."""

    def __init__(self, seed: int, ways: grammar.Ways | None = None) -> None:
        """`ways`: of the features named there, and no other; without it the seed draws a way of every feature."""
        super().__init__()
        self.seed = seed
        self.ways = grammar.drawn(seed) if ways is None else grammar.checked(ways)
        self._columns: dict[str, str] = {}  # as posted → as the portal knows it
        self._decoys: dict[str, tuple[str, str]] = {}  # as posted → its label, and what it has to stay
        self._in_yuan: set[str] = set()  # as posted: the portal itself counts in 万元
        self._controls: dict[str, str | None] = {}  # a control's name or id → a decoy's label; None: it is meant

    def screens(self, portal: Portal, screens: Json) -> Json:
        """Bend the description of a whole portal."""
        bent = dict(screens)
        way = self._way(portal)
        bent["home"] = self.home(portal, bent["home"])
        if "picker" in bent:
            bent["picker"] = structure.picker(bent["picker"], way)
        for name in FORMS:
            if name in bent:
                bent[name] = self.form(portal, name, bent[name])
        for name in LISTS:
            if name in bent:
                bent[name] = self.grid(portal, name, bent[name])
        if "log" in bent:
            bent["log"] = self.headed_log(bent["log"])
        bent["menuLook"], bent["work"] = way("menu"), way("work")
        bent["menu"] = self.menu(portal, bent["menu"])
        return bent

    def form(self, portal: Portal, name: str, form: Json) -> Json:
        """Bend a form: order, labels, posted names, layers; decoys, copies and buttons that are not meant."""
        luck = self._luck(portal, name)
        form = self._structured(portal, name, form)
        how = self._sectioned(portal, form)
        parts = sections.parted(name, how, self._luck(portal, name, "parts")) if name in SECTIONED else []
        said = self._said(portal, name, form, parts)
        fields = [self._field(portal, name, field, luck, said) for field in form["fields"]]
        values = {self._posted(portal, name, column): text for column, text in form["values"].items()}
        values |= {posted: times(values[posted], Decimal(YUAN_A_WAN)) for posted in self._in_yuan & values.keys()}
        luck.shuffle(fields)
        for extra in [*decoys(name, luck), *copies(fields, luck, locked=form["locked"])]:
            fields.insert(luck.randint(0, len(fields)), self._decoy(extra, luck))
        stepping = how == "steps" and parts and not form["locked"]
        buttons = self._worded(portal, sections.stepping(form["buttons"]) if stepping else form["buttons"])
        bent = form | {
            "title": self.word(portal, form["title"]),
            "fields": fields,
            "values": values,
            "buttons": buttons if form["locked"] else more_buttons(buttons, name, luck),
            "sections": how,
            "parts": [],
            "note": said.note,
            "seenNote": said.anyhow,
        }
        headings = how != "flat" or self.way_of(portal, "units") == "title"
        return sections.dealt(bent, parts, self.meaning, luck) if parts and headings else bent

    def _sectioned(self, portal: Portal, form: Json) -> str:
        """Tell how the parts of a form are drawn; what is only looked at has no steps."""
        how = self.way_of(portal, "sections")
        return "flat" if form["locked"] and how == "steps" else how

    def _said(self, portal: Portal, name: str, form: Json, parts: list[sections.Part]) -> Said:
        asked = [self._in_unit(portal, name, field) for field in form["fields"]]
        return Said(self.way_of(portal, "units"), asked, parts, self._luck(portal, name, "said"))

    def _structured(self, portal: Portal, name: str, form: Json) -> Json:
        way = self._way(portal)
        if name == "login":
            return structure.login(form, way, self._luck("regions"))
        if name == "plan":
            form = structure.acting_form(form, way)
        form = structure.container(structure.item_field(form, way), name, way)
        return structure.total_only(form, way) if name == "sheet" else form

    def home(self, portal: Portal, home: Json) -> Json:
        """Bend the front page: where the way in stands, and what it is called."""
        bent = structure.home(home, self._way(portal))
        parts = ("entries", "banner", "inside")
        return bent | {part: self._worded(portal, bent[part]) for part in parts if part in bent}

    def way_of(self, portal: Portal, feature: str) -> str:
        """Name the way in which this portal, in this skin, does something."""
        return grammar.fitting(self.skin, portal, feature, self.ways.get(feature, grammar.FEATURES[feature][0]))

    def shown(self, portal: Portal) -> dict[str, str]:
        """Name the drawn way of every feature that somebody meets who files there."""
        return grammar.shown(self.skin, portal, self.ways)

    def word(self, portal: Portal, text: str) -> str:
        """Say a word of the manual as this portal does, the same everywhere."""
        return renamed(text, SYNONYMS[portal], lambda word: self._own_word(portal, word))

    def _own_word(self, portal: Portal, word: str) -> str:
        luck = self._luck(portal, "word", word)
        if not happens(luck, SHARES[self.ways.get("words", "manual")]):
            return word
        return luck.choice(SYNONYMS[portal][word])

    def _worded(self, portal: Portal, buttons: list[Json]) -> list[Json]:
        said = [button | {"label": self.word(portal, button["label"])} for button in buttons]
        return [one | {"buttons": self._worded(portal, one["buttons"])} if "buttons" in one else one for one in said]

    def _way(self, portal: Portal) -> structure.Way:
        return lambda feature: self.way_of(portal, feature)

    def grid(self, portal: Portal, name: str, screen: Json) -> Json:
        """Bend a list: order and headers of its columns, its query area, buttons that are not meant."""
        luck = self._luck(portal, name)
        screen = structure.details(screen, self._way(portal)) if name == "details" else screen
        if portal == "provincial":
            screen = structure.actions(screen, name, self._way(portal), self._luck("more"))
        bent = screen | {"columns": self._columns_of(portal, screen["columns"], luck)}
        if "query" in screen:
            query = [self._field(portal, name, field, luck) for field in screen["query"]]
            luck.shuffle(query)
            for extra in decoys("query", luck):
                query.insert(luck.randint(0, len(query)), self._decoy(extra, luck))
            bent["query"] = query
            bent["queryButtons"] = self._worded(portal, screen["queryButtons"])
        bent["where"] = [self.word(portal, one) for one in screen["where"]]
        labelled = ("rowButtons", "contextMenu", "heads")
        bent |= {part: self._worded(portal, screen[part]) for part in labelled if part in screen}
        bent |= {
            "title": self.word(portal, screen["title"]),
            "toolbar": more_buttons(self._worded(portal, screen["toolbar"]), "toolbar", luck),
        }
        return bent

    def menu(self, portal: Portal, menu: list[Json]) -> list[Json]:
        """Bend the menu: another order, and entries that only sound like the one that is meant."""
        luck = self._luck(portal, "menu")

        def bend(nodes: list[Json]) -> list[Json]:
            if not nodes:  # what lies below a leaf
                return []
            bent = [
                node | {"title": self.word(portal, node["title"]), "children": bend(node["children"])} for node in nodes
            ]
            if happens(luck, 0.5):
                bent.append({"title": luck.choice(MENU), "page": "blank", "address": "", "children": []})
            luck.shuffle(bent)
            return bent

        return bend(menu)

    def rows(self, rows: list[Json]) -> list[Json]:
        """Fill the columns that are not meant, and write the days of all as this portal does."""
        written = [{key: self.day(text) for key, text in row.items()} for row in rows]
        return [row | {key: EXTRA[key].format(serial) for key, _ in COLUMNS} for serial, row in enumerate(written, 1)]

    def day(self, text: str) -> str:
        """Every portal has its own way to write days, and keeps to it; what is no day stays."""
        return rewritten(text, self._luck("days").choice(WAYS))

    def headed_log(self, screen: Json) -> Json:
        """Every portal calls the columns of a log otherwise, and has others."""
        return logs.headed(screen, self._luck("log columns"))

    def log(self, lines: list[Json]) -> list[Json]:
        """Fill those columns, from this portal's end."""
        return logs.listed(lines, self._luck("log columns"), self._luck("log"))

    def undo(self, data: Mapping[str, str]) -> dict[str, str]:
        """Translate what was posted, and notice decoys that are not as they were."""
        for name, (label, value) in self._decoys.items():
            if name in data and data[name] != value:
                self.touched.append(f"{label or 'unlabelled'}: {data[name]}")
        meant = {name: text for name, text in data.items() if name not in self._decoys}
        meant |= {name: times(meant[name], 1 / Decimal(YUAN_A_WAN)) for name in self._in_yuan & meant.keys()}
        return structure.understood({self._columns.get(name, name): text for name, text in meant.items()})

    def touch(self, around: Sequence[Sequence[str]]) -> None:
        """Notice that somebody changed a control; `around`: the names and ids that stand there, the nearest first."""
        for words in around:
            known = [self._controls[word] for word in words if word in self._controls]
            if known:
                labels = [label or "unlabelled" for label in known if label is not None]
                if len(labels) == len(known) and labels[0] not in self.touched:
                    self.touched.append(labels[0])
                return

    def meaning(self, posted: str) -> str:
        """Tell which column is meant by the name of a control; nothing, if none is."""
        return self._columns.get(posted, "")

    def _in_unit(self, portal: Portal, screen: str, field: Json) -> Json:
        """Ask for an amount in this portal's unit."""
        changes = can_change(field) and self._changes_unit(portal, screen, field["column"])
        return in_yuan(field) if changes else field

    def _field(self, portal: Portal, screen: str, field: Json, luck: random.Random, said: Said | None = None) -> Json:
        posted = self._posted(portal, screen, field["column"])
        asked = self._in_unit(portal, screen, field)
        if asked is not field:
            self._in_yuan.add(posted)
        label, unit = self.word(portal, asked["label"]), field["unit"]
        if said:
            label, moved = said.beside(field["column"], label)
            unit = unit or moved
        bent = asked | {"label": punctuated(label, luck), "unit": unit}
        bent["column"] = posted
        if "computed" in asked:
            of = [self._posted(portal, screen, column) for column in asked["computed"]["of"]]
            bent["computed"] = asked["computed"] | {"of": of}
        if "button" in field:
            bent["button"] = self.word(portal, field["button"])
        if "fills" in field:
            bent["fills"] = {self._posted(portal, screen, column): key for column, key in field["fills"].items()}
        dressed = self._dressed(bent, luck)
        self._controls |= {dressed["column"]: None, dressed["id"]: None}
        return dressed

    def _decoy(self, extra: Json, luck: random.Random) -> Json:
        dressed = self._dressed(extra, luck)
        self._decoys[extra["column"]] = (extra["label"], str(extra.get("value", "")))
        self._controls |= {dressed["column"]: extra["label"], dressed["id"]: extra["label"]}
        return dressed

    def _changes_unit(self, portal: Portal, screen: str, column: str) -> bool:
        """Decide for each amount of a plan, and once for a detail, whose amount is its price times a quantity."""
        place = "all" if screen == "detail" else column
        return happens(self._luck(portal, screen, place, "unit"), 0.2)

    def _dressed(self, field: Json, luck: random.Random) -> Json:
        """Give a control its layers, an id and classes that mean nothing."""
        letters = f"{luck.getrandbits(32):08x}"
        return {
            "wrap": luck.randint(0, DEEPEST),
            "id": f"c{letters}",
            "classes": f"x-{letters[:4]} css-{letters[4:]}",
        } | field

    def _columns_of(self, portal: Portal, columns: list[Json], luck: random.Random) -> list[Json]:
        moving = [column for column in columns if column["kind"] not in KEEP_THEIR_PLACE]
        moving += more_columns(luck)
        luck.shuffle(moving)
        bent = [column | {"label": headed(self.word(portal, column["label"]), luck)} for column in moving]
        first = [column for column in columns if column["kind"] in {"serial", "check"}]
        return [*first, *bent, *(column for column in columns if column["kind"] == "operations")]

    def _posted(self, portal: Portal, screen: str, column: str) -> str:
        luck = self._luck(portal, screen, column)
        name = luck.choice(("f_{:x}", "formP{:x}", "data{:x}", "ctl00_{:x}")).format(luck.getrandbits(28))
        self._columns[name] = column
        return name

    def _luck(self, *place: str) -> random.Random:
        return random.Random("/".join((str(self.seed), *place)))  # noqa: S311  it has to be the same every time
