"""Where pictures are stored: a folder or an S3 bucket, and the way from one to the other."""
