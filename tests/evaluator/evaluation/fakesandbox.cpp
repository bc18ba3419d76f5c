// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakesandbox.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

namespace Decayscope::Test {

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr QByteArrayView answer{"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 12\r\n\r\n"
                                "{\"ok\": true}"};

/// Answers on a free port until it goes.
class AnsweringServer
{
public:
    AnsweringServer()
    {
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            auto *socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                if (socket->readAll().contains("\r\n\r\n"))
                    socket->write(answer.data(), answer.size());
            });
        });
        m_port = m_server.serverPort();
        m_server.moveToThread(&m_thread);
        m_thread.start();
    }

    ~AnsweringServer()
    {
        QMetaObject::invokeMethod(&m_server, [this] { m_server.close(); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }

    AnsweringServer(const AnsweringServer &) = delete;
    AnsweringServer &operator=(const AnsweringServer &) = delete;

    [[nodiscard]] int port() const { return m_port; }

private:
    QThread m_thread;
    QTcpServer m_server;
    int m_port = 0;
};

class FakeCommand : public SandboxCommand
{
public:
    explicit FakeCommand(QString text, bool isServer)
        : m_text(std::move(text))
        , m_isServer(isServer)
    { }

    bool isRunning() override { return m_isServer && !m_text.contains(u"dies") && !m_stopped; }
    bool wait(std::chrono::milliseconds time, const Progress &progress) override
    {
        QElapsedTimer since;
        since.start();
        while (isRunning() && since.durationElapsed() < time && !progress.isCancelled())
            QThread::sleep(2ms);
        return !isRunning();
    }
    void stop() override { m_stopped = true; }
    [[nodiscard]] ResourceUse use() const override { return {.memoryBytes = 1000, .processes = 1}; }
    [[nodiscard]] QByteArray output() const override { return "said by " + m_text.toUtf8() + '\n'; }
    [[nodiscard]] CommandReport report() const override
    {
        if (m_stopped && !m_text.contains(u"dies"))
            return {.ending = CommandEnding::Stopped, .message = u"It was stopped."_s, .output = output()};
        const auto code = m_text.contains(u"fails") || m_text.contains(u"dies") ? 1 : 0;
        return {.ending = CommandEnding::Exited,
            .exitCode = code,
            .message = u"It exited with %1."_s.arg(code),
            .output = output()};
    }

private:
    QString m_text;
    bool m_isServer;
    bool m_stopped = false;
};

class FakeSession : public SandboxSession
{
public:
    explicit FakeSession(FakeSandbox *sandbox)
        : m_sandbox(sandbox)
    {
        m_sandbox->sessionOpened();
    }
    ~FakeSession() override { m_sandbox->sessionClosed(); }

    [[nodiscard]] Result<std::unique_ptr<SandboxCommand>> start(
        const CommandSpec &command, std::function<void(QByteArrayView)> watch) override
    {
        const auto text = command.command.last();
        m_sandbox->note(command.command.join(u' '));
        auto made = std::make_unique<FakeCommand>(text, text.contains(u"serve"));
        if (text.contains(u"serve") && !text.contains(u"dies") && !text.contains(u"deaf"))
            m_server = std::make_unique<AnsweringServer>();
        if (watch)
            watch(made->output());
        return made;
    }
    [[nodiscard]] std::function<void()> networkEntrance() const override { return {}; }
    [[nodiscard]] QString serverUrl(int) const override
    {
        return u"http://127.0.0.1:%1"_s.arg(m_server ? m_server->port() : 1);
    }
    [[nodiscard]] Result<int> listenInside(int) override { return failure(ErrorKind::Internal, u"No sockets."_s); }
    [[nodiscard]] ResourceUse use() const override { return {.memoryBytes = 2000, .processes = 2}; }

private:
    FakeSandbox *m_sandbox;
    std::unique_ptr<AnsweringServer> m_server;
};

} // namespace

Result<std::unique_ptr<SandboxSession>> FakeSandbox::open(const SessionSpec &)
{
    return std::make_unique<FakeSession>(this);
}

Result<std::unique_ptr<RunFolder>> FakeSandbox::makeFolder()
{
    return RunFolder::make(-1);
}

QStringList FakeSandbox::commands() const
{
    const std::lock_guard lock(m_mutex);
    return m_commands;
}

void FakeSandbox::note(const QString &command)
{
    const std::lock_guard lock(m_mutex);
    m_commands.append(command);
}

void FakeSandbox::sessionOpened()
{
    const int open = ++m_openSessions;
    if (open > m_mostSessions)
        m_mostSessions = open;
}

void FakeSandbox::sessionClosed()
{
    --m_openSessions;
}

} // namespace Decayscope::Test
