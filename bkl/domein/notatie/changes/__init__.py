"""Changes: `daling met 25%`, `verdubbeling`, and the figure from which they are computed."""
