/* 地区, 用户名, 密码. */
login("mall", "home", true);
