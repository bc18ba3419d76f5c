// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "modelconnection.h"

#include <QTcpSocket>
#include <QTimer>

#include <sys/socket.h>

namespace Decayscope {

namespace {

constexpr qint64 mostUnsent = qint64{256} * 1024; ///< An endless answer waits for its reader beyond that.

} // namespace

ModelConnection::ModelConnection(QTcpSocket *socket, Desk desk)
    : QObject(socket)
    , m_socket(socket)
    , m_desk(std::move(desk))
{
    connect(socket, &QTcpSocket::readyRead, this, &ModelConnection::read);
    connect(socket, &QTcpSocket::bytesWritten, this, &ModelConnection::sendMore);
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    read();
}

void ModelConnection::read()
{
    m_reader.add(m_socket->readAll());
    if (m_isAnswering)
        return;
    auto taken = m_reader.take();
    if (!taken) {
        if (m_reader.takeExpectation())
            m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
        return;
    }
    m_isAnswering = true;
    if (!taken->has_value())
        return send(servedError(taken->error().status, taken->error().message), true);
    m_keepAlive = (*taken)->keepAlive;
    m_desk(**taken, this);
}

void ModelConnection::send(const QByteArray &answer, bool closes)
{
    m_keepAlive = m_keepAlive && !closes;
    begin({}, {.bytes = answer, .filler = {}});
}

void ModelConnection::sendReply(const ModelReply &reply, const ModelQuestion &question)
{
    auto answer = servedAnswer(reply, question);
    QTimer::singleShot(reply.delay, this, [this, reply, answer = std::move(answer)] { begin(reply, answer); });
}

void ModelConnection::begin(const ModelReply &reply, const ServedAnswer &answer)
{
    m_reply = reply;
    m_answer = answer;
    if (m_reply.dropAfter)
        m_answer.bytes.truncate(qMin<qint64>(m_answer.bytes.size(), *m_reply.dropAfter));
    m_sent = 0;
    m_isSending = true;
    sendMore();
}

/// Called again whenever something went out.
void ModelConnection::sendMore()
{
    if (!m_isSending || m_isPausing || m_socket->bytesToWrite() > mostUnsent)
        return;
    const auto left = m_answer.bytes.size() - m_sent;
    if (left == 0 && !m_answer.filler.isEmpty() && !m_reply.dropAfter) {
        m_answer.bytes = m_answer.filler;
        m_sent = 0;
        return sendMore();
    }
    if (left == 0) {
        if (m_socket->bytesToWrite() == 0)
            endAnswer();
        return;
    }
    const auto size = m_reply.pieceBytes > 0 ? qMin<qsizetype>(left, m_reply.pieceBytes) : left;
    const auto piece = m_answer.bytes.sliced(m_sent, size);
    m_sent += size;
    if (m_reply.piecePause.count() > 0) {
        m_isPausing = true;
        QTimer::singleShot(m_reply.piecePause, this, [this] {
            m_isPausing = false;
            sendMore();
        });
    }
    m_socket->write(piece);
}

void ModelConnection::endAnswer()
{
    m_isSending = false;
    if (m_reply.dropAfter)
        return drop();
    if (!m_keepAlive)
        return m_socket->disconnectFromHost();
    m_isAnswering = false;
    // Queued: a client that sends many requests at once must not make the stack grow.
    QMetaObject::invokeMethod(this, &ModelConnection::read, Qt::QueuedConnection);
}

void ModelConnection::drop()
{
    if (m_reply.resets) {
        const ::linger atOnce{.l_onoff = 1, .l_linger = 0};
        ::setsockopt(static_cast<int>(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    }
    m_socket->abort();
}

} // namespace Decayscope
