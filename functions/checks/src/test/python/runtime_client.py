"""Lets LocalStack run a Java function without Docker: its zip, its layers and Amazon's runtime client in one process."""

import json
import os
import queue
import subprocess
import tempfile
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from localstack import config
from localstack.services.lambda_.invocation.lambda_models import InvocationResult
from localstack.services.lambda_.invocation.plugins import RuntimeExecutorPlugin
from localstack.services.lambda_.invocation.runtime_executor import RuntimeExecutor

HOST = "127.0.0.1"


class RuntimeApi(BaseHTTPRequestHandler):
    """What the runtime client asks: the next event, again and again, and what became of each."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        call = self.server.calls.get()
        event = call["payload"].encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(event)))
        self.send_header("Lambda-Runtime-Aws-Request-Id", call["invoke-id"])
        self.send_header("Lambda-Runtime-Deadline-Ms", call["deadline"])
        self.send_header("Lambda-Runtime-Invoked-Function-Arn", call["invoked-function-arn"])
        self.send_header("Lambda-Runtime-Trace-Id", call["trace-id"])
        self.end_headers()
        self.wfile.write(event)

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.send_response(202)
        self.send_header("Content-Length", "0")
        self.end_headers()
        self.server.answers.put((body, self.path.endswith("/error")))

    def log_message(self, *words):
        pass


class RuntimeClient(RuntimeExecutor):
    def start(self, env_vars):
        self.server = ThreadingHTTPServer((HOST, 0), RuntimeApi)
        self.server.daemon_threads = True
        self.server.calls = queue.Queue()
        self.server.answers = queue.Queue()
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

        function = self.function_version.config
        task = str(function.code.get_unzipped_code_location())
        environment = {name: str(value) for name, value in env_vars.items()}
        # Lambda unpacks layers to /opt, of which this machine has only one.
        layers = [str(layer.code.get_unzipped_code_location()) for layer in function.layers]
        for name, value in environment.items():
            if value == "/opt" and layers:
                environment[name] = layers[0]
        environment["LAMBDA_TASK_ROOT"] = task
        environment["AWS_LAMBDA_RUNTIME_API"] = f"{HOST}:{self.server.server_port}"
        self.output = tempfile.NamedTemporaryFile(prefix="function-", suffix=".txt", delete=False)
        classes = [task, os.path.join(task, "lib", "*"), os.environ["RUNTIME_CLIENT_CLASS_PATH"]]
        self.process = subprocess.Popen(
            [
                *os.environ["RUNTIME_CLIENT_JAVA"].split("\n"),
                f"-Xmx{function.memory_size * 85 // 100}m",
                "-classpath",
                os.pathsep.join(classes),
                "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                function.handler,
            ],
            cwd=task,
            env=environment,
            stdout=self.output,
            stderr=subprocess.STDOUT,
        )

    def stop(self):
        self.process.kill()
        self.process.wait()
        self.server.shutdown()

    def invoke(self, payload):
        timeout = self.function_version.config.timeout
        # What is started counts as well, as it does not on AWS.
        self.server.calls.put({**payload, "deadline": str(self._millis(timeout))})
        try:
            body, failed = self.server.answers.get(timeout=timeout + 30)
        except queue.Empty:
            body, failed = json.dumps({"errorMessage": "Task timed out"}).encode(), True
        return InvocationResult(payload["invoke-id"], body, failed, self.get_logs())

    @staticmethod
    def _millis(timeout):
        import time

        return int((time.time() + timeout) * 1000)

    def get_logs(self):
        with open(self.output.name, encoding="utf-8", errors="replace") as output:
            return output.read()

    def get_address(self):
        return HOST

    def get_endpoint_from_executor(self):
        return HOST

    def get_runtime_endpoint(self):
        return f"http://{HOST}:{config.GATEWAY_LISTEN[0].port}"

    @classmethod
    def prepare_version(cls, function_version):
        function = function_version.config
        for code in [function.code, *(layer.code for layer in function.layers)]:
            code.prepare_for_execution()

    @classmethod
    def cleanup_version(cls, function_version):
        pass


class RuntimeClientPlugin(RuntimeExecutorPlugin):
    name = "runtime-client"

    def load(self, *args, **kwargs):
        return RuntimeClient
