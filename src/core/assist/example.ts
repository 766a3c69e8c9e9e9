/** The invented trace file of the walkthrough: a misspelt event, a valid one, and one of interest to an auditor. */
export const exampleText = `[
  {
    "trace_id": "ff5a9b09-e47d-11f1-a04d-02005e100002",
    "trace_name": "createImages",
    "service_type": "IMS",
    "resource_type": "image",
    "trace_rating": "normal",
    "trace_type": "ConsoleAction",
    "time": 1795136523120,
    "record_time": 1795136523136,
    "resource_name": "web-base",
    "resource_id": "11111111-2222-4333-8444-000000000001",
    "source_ip": "192.0.2.10",
    "code": "201",
    "user": { "name": "alice", "domain": { "name": "example-corp" } }
  },
  {
    "trace_id": "15ef9d1a-e47e-11f1-a1ce-02005e100002",
    "trace_name": "updateImage",
    "service_type": "IMS",
    "resource_type": "image",
    "trace_rating": "normal",
    "trace_type": "ConsoleAction",
    "time": 1795136561007,
    "record_time": 1795136561023,
    "resource_name": "web-base",
    "resource_id": "11111111-2222-4333-8444-000000000001",
    "source_ip": "192.0.2.10",
    "code": "204",
    "user": { "name": "alice", "domain": { "name": "example-corp" } }
  },
  {
    "trace_id": "2bf18232-e482-11f1-8eec-02005e100001",
    "trace_name": "exportImage",
    "service_type": "IMS",
    "resource_type": "ims",
    "trace_rating": "warning",
    "trace_type": "ApiCall",
    "time": 1795138315932,
    "record_time": 1795138315932,
    "resource_name": "web-base",
    "resource_id": "11111111-2222-4333-8444-000000000001",
    "source_ip": "198.51.100.24",
    "code": "403",
    "user": { "name": "bob", "domain": { "name": "example-corp" } },
    "request": { "bucket_url": "example-exports:web-base.qcow2", "file_format": "qcow2" }
  }
]
`;
