// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <modelserver/modelanswer.h>
#include <modelserver/modelrequest.h>
#include <modelserver/modelserver.h>

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTest>
#include <QThread>

#include <mutex>
#include <set>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 20000; ///< Milliseconds.

QByteArray posted(const QByteArray &body, const QByteArray &fields = {})
{
    return "POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\n" + fields
        + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray asking(const QByteArray &content, bool streaming = false)
{
    return R"({"model":"m","messages":[{"role":"user","content":")" + content + R"("}],"stream":)"
        + (streaming ? R"(true,"stream_options":{"include_usage":true})" : "false") + '}';
}

/// A plain socket, so that nothing of HTTP is hidden.
class Wire
{
public:
    explicit Wire(const ModelServer &server)
    {
        m_socket.connectToHost(u"127.0.0.1"_s, static_cast<quint16>(server.port()));
        m_isOpen = m_socket.waitForConnected(patience);
    }

    /// Everything up to `end`, or to the end of the connection where that comes first.
    QByteArray asked(const QByteArray &request, const QByteArray &end)
    {
        m_socket.write(request);
        QByteArray received;
        while (!received.contains(end) && m_isOpen) {
            m_isOpen = m_socket.bytesAvailable() > 0 || m_socket.waitForReadyRead(patience);
            received += m_socket.readAll();
        }
        return received;
    }

    [[nodiscard]] bool isOpen() const { return m_isOpen; }

private:
    QTcpSocket m_socket;
    bool m_isOpen = false;
};

std::unique_ptr<ModelServer> serving(const ModelReply &reply, ModelServerOptions options = {})
{
    auto server = ModelServer::start([reply](const ModelQuestion &) { return reply; }, std::move(options));
    return server ? std::move(*server) : nullptr;
}

QByteArray bodyOf(const QByteArray &answer)
{
    return answer.sliced(answer.indexOf("\r\n\r\n") + 4);
}

ModelReply saying(const QString &content)
{
    ModelReply reply;
    reply.content = content;
    return reply;
}

} // namespace

class tst_ModelServer : public QObject
{
    Q_OBJECT

private slots:
    void answersWhole();
    void answersAsStream();
    void understandsQuestions();
    void faults_data();
    void faults();
    void endlessUntilTheClientGoes();
    void dripsAndDelays();
    void keysAndModels();
    void scriptsInThreadsOfTheirOwn();
    void requests_data();
    void requests();
    void requestsComeInPieces();
};

void tst_ModelServer::answersWhole()
{
    auto reply = saying(u"Héllo"_s);
    reply.toolCalls = {{.id = {}, .name = u"bash"_s, .arguments = R"({"command":"ls"})"}};
    const auto server = serving(reply);
    QVERIFY(server);
    QVERIFY(server->url().startsWith(u"http://127.0.0.1:"));
    Wire wire(*server);
    const auto answer = wire.asked(posted(asking("12345678")), "}}");
    QVERIFY(answer.startsWith("HTTP/1.1 200 OK\r\n"));
    QCOMPARE(bodyOf(answer),
        QByteArray(
            R"({"choices":[{"finish_reason":"tool_calls","index":0,"message":{"content":"Héllo","role":"assistant",)"
            R"("tool_calls":[{"function":{"arguments":"{\"command\":\"ls\"}","name":"bash"},"id":"call_1_0",)"
            R"("type":"function"}]}}],"created":0,"id":"chatcmpl-1","model":"m","object":"chat.completion",)"
            R"("usage":{"completion_tokens":6,"prompt_tokens":2,"total_tokens":8}})"));
    QVERIFY(wire.asked(posted(asking("again")), "}}").contains("chatcmpl-2"));
    QCOMPARE(server->questions(), 2);
}

void tst_ModelServer::answersAsStream()
{
    auto reply = saying(u"a text longer than one piece is"_s);
    reply.reasoning = u"hm"_s;
    reply.toolCalls = {{.id = u"c7"_s, .name = u"bash"_s, .arguments = "{}"}};
    const auto server = serving(reply);
    QVERIFY(server);
    Wire wire(*server);
    const auto answer = wire.asked(posted(asking("x", true)), "\r\n0\r\n\r\n");
    QVERIFY(answer.contains("Content-Type: text/event-stream\r\n"));
    QStringList deltas;
    for (const auto lines = bodyOf(answer).split('\n'); const auto &line : lines) {
        if (line.startsWith("data: "))
            deltas.append(QString::fromUtf8(line.sliced(6)));
    }
    const auto within = [](const QString &text) {
        const auto from = text.indexOf(u"\"choices\":");
        return from < 0 ? text : text.sliced(from + 10, text.indexOf(u",\"created\"") - from - 10);
    };
    QStringList choices;
    for (const auto &text : std::as_const(deltas))
        choices.append(within(text));
    QCOMPARE(choices,
        QStringList({uR"([{"delta":{"content":"","role":"assistant"},"finish_reason":null,"index":0}])"_s,
            uR"([{"delta":{"reasoning_content":"hm"},"finish_reason":null,"index":0}])"_s,
            uR"([{"delta":{"content":"a text longer than one p"},"finish_reason":null,"index":0}])"_s,
            uR"([{"delta":{"content":"iece is"},"finish_reason":null,"index":0}])"_s,
            uR"([{"delta":{"tool_calls":[{"function":{"arguments":"","name":"bash"},"id":"c7","index":0,"type":"function"}]},"finish_reason":null,"index":0}])"_s,
            uR"([{"delta":{"tool_calls":[{"function":{"arguments":"{}"},"index":0}]},"finish_reason":null,"index":0}])"_s,
            uR"([{"delta":{},"finish_reason":"tool_calls","index":0}])"_s, u"[]"_s, u"[DONE]"_s}));
    QVERIFY(deltas[7].contains(u"\"prompt_tokens\":1"));
}

void tst_ModelServer::understandsQuestions()
{
    const auto question = readModelQuestion(R"({"model":"m","temperature":0.5,"max_tokens":9,"seed":3,"stream":true,
        "stream_options":{"include_usage":true},"response_format":{"type":"json_object"},
        "tools":[{"type":"function","function":{"name":"bash"}}],
        "messages":[{"role":"system","content":"S"},{"role":"user","content":[{"type":"text","text":"a"},{"type":"text","text":"b"}]},
        {"role":"assistant","content":null,"tool_calls":[{"id":"1","function":{"name":"bash","arguments":"{}"}}]},
        {"role":"tool","tool_call_id":"1","content":"out"}]})");
    QVERIFY(question);
    QCOMPARE(question->model, u"m"_s);
    QCOMPARE(question->temperature, std::optional(0.5));
    QCOMPARE(question->maxTokens, std::optional(9));
    QCOMPARE(question->seed, std::optional(3));
    QVERIFY(question->streaming && question->wantsUsage && question->wantsJson);
    QCOMPARE(question->tools, QStringList({u"bash"_s}));
    QCOMPARE(question->messages.size(), 4U);
    QCOMPARE(question->lastContent(u"user"), u"ab"_s);
    QCOMPARE(question->lastContent(u"developer"), QString());
    const std::vector<ServedToolCall> calls{{.id = u"1"_s, .name = u"bash"_s, .arguments = "{}"}};
    QCOMPARE(question->messages[2].toolCalls, calls);
    QCOMPARE(question->messages[3].toolCallId, u"1"_s);
    QVERIFY(!readModelQuestion("{}"));
    QVERIFY(!readModelQuestion("nonsense"));
}

void tst_ModelServer::faults_data()
{
    QTest::addColumn<ModelReply>("reply");
    QTest::addColumn<bool>("streaming");
    QTest::addColumn<QByteArray>("begins");
    QTest::addColumn<QByteArray>("contains");
    QTest::addColumn<bool>("staysOpen");
    const auto row = [](const char *name, auto change, const QByteArray &begins, const QByteArray &contains, bool open,
                         bool streaming = false) {
        auto reply = saying(u"END"_s);
        change(reply);
        QTest::newRow(name) << reply << streaming << begins << contains << open;
    };
    row(
        "status",
        [](ModelReply &reply) {
            reply.status = 429;
            reply.headers = {{"Retry-After", "2"}};
            reply.errorCode = u"slow"_s;
        },
        "HTTP/1.1 429 Too Many Requests\r\n", R"({"error":{"code":"slow","message":"END","type":"error"}})", true);
    row(
        "retry after", [](ModelReply &reply) { reply.headers = {{"Retry-After", "2"}}; }, "HTTP/1.1 200 OK\r\n",
        "\r\nRetry-After: 2\r\n", true);
    row("raw body", [](ModelReply &reply) { reply.body = "{\"END"; }, "HTTP/1.1 200", "{\"END", true);
    row(
        "other type", [](ModelReply &reply) { reply.headers = {{"content-type", "text/html"}}; }, "HTTP/1.1 200 OK\r\n",
        "content-type: text/html\r\n\r\n", true);
    row("nothing at all", [](ModelReply &reply) { reply.dropAfter = 0; }, "", "", false);
    row(
        "reset",
        [](ModelReply &reply) {
            reply.dropAfter = 0;
            reply.resets = true;
        },
        "", "", false);
    row("within the head", [](ModelReply &reply) { reply.dropAfter = 20; }, "HTTP/1.1 200 OK\r\nCon", "", false);
    row(
        "cut stream", [](ModelReply &reply) { reply.cutBody = 11; }, "HTTP/1.1 200",
        "\r\n\r\nb\r\ndata: {\"cho\r\n0\r\n\r\n", true, true);
}

void tst_ModelServer::faults()
{
    QFETCH(ModelReply, reply);
    QFETCH(bool, streaming);
    QFETCH(QByteArray, begins);
    QFETCH(QByteArray, contains);
    QFETCH(bool, staysOpen);
    const auto server = serving(reply);
    QVERIFY(server);
    Wire wire(*server);
    const auto end = contains.isEmpty() ? QByteArray("no such thing") : contains;
    const auto answer = wire.asked(posted(asking("x", streaming)), end);
    QVERIFY2(answer.startsWith(begins), answer);
    QVERIFY2(answer.contains(contains), answer);
    QCOMPARE(wire.isOpen(), staysOpen);
    if (reply.dropAfter)
        QCOMPARE(answer.size(), *reply.dropAfter);
}

void tst_ModelServer::endlessUntilTheClientGoes()
{
    auto reply = saying(u"again and again"_s);
    reply.isEndless = true;
    const auto server = serving(reply);
    QVERIFY(server);
    for (const bool streaming : {true, false}) {
        Wire wire(*server);
        QByteArray received = wire.asked(posted(asking("x", streaming)), "\r\n\r\n");
        while (received.size() < 2'000'000 && wire.isOpen())
            received += wire.asked({}, "\r\n");
        QVERIFY2(received.size() >= 2'000'000, qPrintable(QString::number(received.size())));
        QVERIFY(!received.contains("[DONE]"));
    }
}

void tst_ModelServer::dripsAndDelays()
{
    auto reply = saying(u"slow"_s);
    reply.delay = std::chrono::milliseconds(60);
    reply.pieceBytes = 100;
    reply.piecePause = std::chrono::milliseconds(10);
    const auto server = serving(reply);
    QVERIFY(server);
    Wire wire(*server);
    QElapsedTimer clock;
    clock.start();
    const auto answer = wire.asked(posted(asking("x")), "total_tokens");
    QVERIFY(answer.size() > 200);
    QVERIFY2(clock.elapsed() >= 75, qPrintable(QString::number(clock.elapsed())));
}

void tst_ModelServer::keysAndModels()
{
    const auto server = serving(saying(u"yes"_s), {.models = {u"a"_s, u"b"_s}, .key = u"s3"_s});
    QVERIFY(server);
    Wire wire(*server);
    QVERIFY(wire.asked(posted(asking("x")), "}}").startsWith("HTTP/1.1 401 "));
    QVERIFY(wire.asked(posted(asking("x"), "authorization: Bearer s3\r\n"), "}}").startsWith("HTTP/1.1 200 "));
    const QByteArray fields = "Authorization: Bearer s3\r\nHost: x\r\n\r\n";
    QCOMPARE(bodyOf(wire.asked("GET /v1/models HTTP/1.1\r\n" + fields, "list\"}")),
        QByteArray(R"({"data":[{"id":"a","object":"model"},{"id":"b","object":"model"}],"object":"list"})"));
    QVERIFY(wire.asked("GET /elsewhere HTTP/1.1\r\n" + fields, "}}").startsWith("HTTP/1.1 404 "));
    QVERIFY(wire.asked(posted("{}", "Authorization: Bearer s3\r\n"), "}}").startsWith("HTTP/1.1 400 "));
    QCOMPARE(server->questions(), 1);
}

void tst_ModelServer::scriptsInThreadsOfTheirOwn()
{
    std::mutex mutex;
    std::set<Qt::HANDLE> threads;
    auto server = ModelServer::start(
        [&](const ModelQuestion &question) {
            const std::scoped_lock lock(mutex);
            threads.insert(QThread::currentThreadId());
            return saying(question.lastContent(u"user"));
        },
        {.threads = 2});
    QVERIFY(server.has_value());
    Wire wire(**server);
    QVERIFY(wire.asked(posted(asking("first")), "}}").contains("\"first\""));
    QVERIFY(wire.asked(posted(asking("second")), "}}").contains("\"second\""));
    server->reset();
    QVERIFY(!threads.contains(QThread::currentThreadId()));
    QVERIFY(!threads.empty());
}

void tst_ModelServer::requests_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QString>("taken");
    const auto row
        = [](const char *name, const QByteArray &sent, const QString &taken) { QTest::newRow(name) << sent << taken; };
    row("whole", "POST /x HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc", u"POST /x abc, stays"_s);
    row("chunks", "POST /x HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1;x=y\r\nc\r\n0\r\n\r\n",
        u"POST /x abc, stays"_s);
    row("closing", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", u"GET / , goes"_s);
    row("1.0", "GET / HTTP/1.0\r\n\r\n", u"GET / , goes"_s);
    row("not yet", "POST /x HTTP/1.1\r\nContent-Length: 3\r\n\r\nab", u"nothing"_s);
    row("no HTTP", "hello\r\n\r\n", u"400"_s);
    row("no number", "POST / HTTP/1.1\r\nContent-Length: -3\r\n\r\n", u"400"_s);
    row("no chunk", "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", u"400"_s);
    row("long body", "POST / HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n", u"413"_s);
    row("long chunk", "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n7fffffffffffffff\r\n", u"413"_s);
    row("long head", "GET / HTTP/1.1\r\nA: " + QByteArray(70000, 'a'), u"431"_s);
}

void tst_ModelServer::requests()
{
    QFETCH(QByteArray, sent);
    QFETCH(QString, taken);
    ModelRequestReader reader;
    reader.add(sent);
    const auto request = reader.take();
    if (!request)
        QCOMPARE(u"nothing"_s, taken);
    else if (!request->has_value())
        QCOMPARE(QString::number(request->error().status), taken);
    else
        QCOMPARE(QString::fromUtf8((*request)->method + ' ' + (*request)->target + ' ' + (*request)->body)
                + ((*request)->keepAlive ? u", stays" : u", goes"),
            taken);
}

void tst_ModelServer::requestsComeInPieces()
{
    const QByteArray sent = "POST /x HTTP/1.1\r\nExpect: 100-continue\r\nTransfer-Encoding: chunked\r\n\r\n"
                            "3\r\nabc\r\n0\r\n\r\nGET /y HTTP/1.1\r\n\r\n";
    ModelRequestReader reader;
    QStringList taken;
    for (const auto byte : sent) {
        reader.add(QByteArray(1, byte));
        if (const auto request = reader.take(); request && request->has_value())
            taken.append(QString::fromUtf8((*request)->target + ' ' + (*request)->body));
        else if (reader.takeExpectation())
            taken.append(u"waits"_s);
    }
    QCOMPARE(taken, QStringList({u"waits"_s, u"/x abc"_s, u"/y "_s}));
}

QTEST_GUILESS_MAIN(tst_ModelServer)
#include "tst_modelserver.moc"
