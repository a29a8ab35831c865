"""Speed, as ratios against baselines that run in turn with bkl on the same machine."""
