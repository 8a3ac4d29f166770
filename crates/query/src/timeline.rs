//! The geometry of the timeline, as plain functions: a scale from days to pixels that folds empty
//! years, ticks, lanes, bins and label rows. Drawing is the app's work.
