// Stands in for SeaweedFS, with the same port, folder and file of keys. It lets unsigned and wrongly signed requests pass.
const fs = require("node:fs");
const S3rver = require("s3rver");
const { DUMMY_ACCOUNT } = require("s3rver/lib/models/account");

const [identity] = JSON.parse(fs.readFileSync("/etc/seaweedfs/s3.json", "utf8")).identities;
const [key] = identity.credentials;
DUMMY_ACCOUNT.createKeyPair(key.accessKey, key.secretKey);
new S3rver({ address: "0.0.0.0", port: 8333, directory: "/data", vhostBuckets: false }).run();
