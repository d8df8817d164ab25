/* 采购人登录, back to the front page; announcements stand here already. */
import { login } from "../parts/login.js";

login("mall", "home", (portal) => portal.get("guest", {}, true));
