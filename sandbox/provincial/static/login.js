/* 登录 is a plain button; Enter in the password field presses it. */
function enter() { document.loginForm.submit(); }

document.onkeydown = function (event) {
  if ((event || window.event).keyCode == 13) { enter(); }
};
