/* How many sheets stand where. */
$(function () {
  "use strict";

  var place = $("<div class='tiles'></div>").appendTo("body");
  skin.portal("mall", hooks).get("welcome", {}, true).then(function (found) {
    (found ? found.tiles : []).forEach(function (tile) {
      $("<div></div>").append($("<b></b>").text(tile.count), $("<span></span>").text(tile.title)).appendTo(place);
    });
  });
});
