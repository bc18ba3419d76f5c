// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "modelhub.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>

#include <unistd.h>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostConnections = 64; ///< Further ones wait in the kernel's queue.

} // namespace

ModelHub::ModelHub(ModelScript script, ModelServerOptions options)
    : m_script(std::move(script))
    , m_options(std::move(options))
{
    m_pool.setMaxThreadCount(qMax(1, m_options.threads));
}

/// Scripts that still run hold the hub.
ModelHub::~ModelHub()
{
    m_pool.waitForDone();
}

Result<int> ModelHub::listen()
{
    m_server = std::make_unique<QTcpServer>();
    connect(m_server.get(), &QTcpServer::newConnection, this, &ModelHub::accept);
    const bool isListening = m_options.listeningSocket >= 0 ? m_server->setSocketDescriptor(m_options.listeningSocket)
                                                            : m_server->listen(QHostAddress::LocalHost, m_options.port);
    if (isListening)
        return m_server->serverPort();
    if (m_options.listeningSocket >= 0)
        ::close(m_options.listeningSocket);
    return failure(ErrorKind::Internal, u"A model server cannot listen on this system's own loopback address."_s,
        m_server->errorString());
}

void ModelHub::accept()
{
    while (auto *socket = m_server->nextPendingConnection()) {
        new ModelConnection(
            socket, [this](const ModelRequest &request, ModelConnection *connection) { answer(request, connection); });
        connect(socket, &QObject::destroyed, m_server.get(), &QTcpServer::resumeAccepting);
        if (m_server->findChildren<QTcpSocket *>().size() >= mostConnections)
            m_server->pauseAccepting();
    }
}

QByteArray ModelHub::modelList() const
{
    QJsonArray models;
    for (const auto &model : m_options.models)
        models.append(QJsonObject{{"id"_L1, model}, {"object"_L1, "model"_L1}});
    return QJsonDocument(QJsonObject{{"object"_L1, "list"_L1}, {"data"_L1, models}}).toJson(QJsonDocument::Compact);
}

void ModelHub::answer(const ModelRequest &request, ModelConnection *connection)
{
    const auto path
        = request.target.first(request.target.contains('?') ? request.target.indexOf('?') : request.target.size());
    const auto field = request.headers.find("authorization");
    if (!m_options.key.isEmpty()
        && (field == request.headers.end() || field->second != "Bearer " + m_options.key.toUtf8()))
        return connection->send(servedError(401, u"The key is not accepted."_s));
    if (request.method == "GET" && path.endsWith("/models"))
        return connection->send(servedDocument(modelList()));
    if (request.method == "POST" && path.endsWith("/chat/completions"))
        return complete(request, connection);
    connection->send(servedError(404, u"Here are only chat/completions and models."_s));
}

void ModelHub::complete(const ModelRequest &request, ModelConnection *connection)
{
    auto question = readModelQuestion(request.body);
    if (!question)
        return connection->send(servedError(400, u"The request is no JSON object with messages."_s));
    question->number = ++m_questions;
    question->headers = request.headers;
    question->path = request.target;
    if (m_options.threads <= 0)
        return connection->sendReply(m_script(*question), *question);
    m_pool.start([this, question = std::move(*question), alive = QPointer(connection)] {
        const auto reply = m_script(question);
        QMetaObject::invokeMethod(this, [alive, reply, question] {
            if (alive)
                alive->sendReply(reply, question);
        });
    });
}

} // namespace Decayscope
