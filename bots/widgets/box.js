return P.topBox();
