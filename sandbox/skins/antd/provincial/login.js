/* 用户登录, into the province's back office. */
import { login } from "../parts/login.js";

login("provincial", "main");
