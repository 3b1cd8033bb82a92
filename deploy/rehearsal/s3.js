// Stands in for SeaweedFS, with the same port, folder and file of keys. What is not signed it refuses.
const fs = require("node:fs");
const S3rver = require("s3rver");
const { DUMMY_ACCOUNT } = require("s3rver/lib/models/account");

const [identity] = JSON.parse(fs.readFileSync("/etc/seaweedfs/s3.json", "utf8")).identities;
const [key] = identity.credentials;
DUMMY_ACCOUNT.createKeyPair(key.accessKey, key.secretKey);
const server = new S3rver({ address: "0.0.0.0", port: 8333, directory: "/data", vhostBuckets: false });
server.middleware.unshift((context, next) => {
    if (context.get("Authorization") || context.query["X-Amz-Signature"]) return next();
    context.status = 403;
});
server.run();
