/* What the buyer sees first: how much there is of everything. */
skin.portal("mall", hooks).get("welcome", {}, true).then((reply) => {
  const tiles = reply ? reply.tiles : [];
  layui.$("#tiles").html(tiles.map((tile) => `<div class="layui-col-xs3"><div class="layui-panel tile"><b>${skin.escape(tile.count)}</b>
    <span>${skin.escape(tile.title)}</span></div></div>`).join(""));
});
