// What the application behind a page holds, by label: a page adds its fields to it.
"use strict";
window.gallery = { fields: {}, kept: () => Object.fromEntries(Object.entries(window.gallery.fields).map(([label, read]) => [label, read()])) };
