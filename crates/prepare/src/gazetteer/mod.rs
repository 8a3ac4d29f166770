//! People in office, organisations, places and topic words: data files under data/, compiled in.
