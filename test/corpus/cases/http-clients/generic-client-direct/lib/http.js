const https = require("https");

class Http {
  constructor(host, headers) {
    this.host = host;
    this.headers = headers;
  }

  post(path, body) {
    const payload = JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const req = https.request(
        {
          host: this.host,
          path,
          method: "POST",
          headers: { ...this.headers, "Content-Length": Buffer.byteLength(payload) },
        },
        (res) => {
          res.resume();
          res.on("end", () => resolve(res.statusCode));
        },
      );
      req.on("error", reject);
      req.end(payload);
    });
  }
}

module.exports = { Http };
