//! Who publishes: the built-in list of ministries, agencies and papers (data/publishers.toml), and
//! how they are recognised in bylines, datelines, hosts and page metadata.
