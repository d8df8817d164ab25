/* The page inside the window of a sheet. */
formPage("mall");
