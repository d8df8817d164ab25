/* Identity, account, password, region. */
login("provincial", "main", false);
