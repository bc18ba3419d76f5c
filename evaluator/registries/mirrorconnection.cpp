// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mirrorconnection.h"

#include <QFile>
#include <QPointer>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>

namespace Decayscope {

namespace {

constexpr qint64 pieceSize = qint64{64} * 1024;
constexpr qint64 mostWaiting = qint64{256} * 1024; ///< Bytes given to the socket that the client has not taken.
constexpr std::chrono::seconds idleTime(90); ///< Without a byte going or coming.

QByteArray reasonOf(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 502:
        return "Bad Gateway";
    default:
        return "Refused";
    }
}

QByteArray chunk(const QByteArray &piece)
{
    return QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n";
}

} // namespace

MirrorConnection::MirrorConnection(QTcpSocket *socket, Desk desk)
    : QObject(socket)
    , m_socket(socket)
    , m_desk(std::move(desk))
{
    socket->setReadBufferSize(longestMirrorRequest + 4);
    auto *idle = new QTimer(this);
    idle->setInterval(idleTime);
    idle->start();
    connect(idle, &QTimer::timeout, this, [this] {
        if (!m_isAnswering || m_hit)
            m_socket->abort();
    });
    connect(socket, &QTcpSocket::readyRead, idle, qOverload<>(&QTimer::start));
    connect(socket, &QTcpSocket::bytesWritten, idle, qOverload<>(&QTimer::start));
    connect(socket, &QTcpSocket::readyRead, this, &MirrorConnection::read);
    connect(socket, &QTcpSocket::bytesWritten, this, &MirrorConnection::sendMore);
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    read();
}

void MirrorConnection::read()
{
    if (m_isAnswering)
        return;
    m_received += m_socket->read(longestMirrorRequest + 4 - m_received.size());
    auto request = takeMirrorRequest(m_received);
    if (!request)
        return;
    m_isAnswering = true;
    if (!*request) {
        m_request = {};
        m_request.keepAlive = false;
        return send({.status = request->error().status, .sentence = request->error().sentence});
    }
    m_request = **request;
    m_desk(m_request, [self = QPointer(this)](MirrorAnswer answer) {
        if (self)
            self->send(std::move(answer));
    });
}

void MirrorConnection::send(MirrorAnswer answer)
{
    if (!answer.replacements.empty() && answer.hit)
        m_rewriter.emplace(answer.replacements);
    sendHead(answer);
    m_sent = 0;
    if (answer.hit && !m_request.headOnly) {
        m_hit = std::move(answer.hit);
        return sendMore();
    }
    if (!answer.hit && !m_request.headOnly)
        m_socket->write(answer.sentence + '\n');
    endAnswer();
}

void MirrorConnection::sendHead(const MirrorAnswer &answer)
{
    const auto type = answer.hit ? answer.hit->entry.type : QByteArray("text/plain; charset=utf-8");
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + ' ' + reasonOf(answer.status) + "\r\n";
    if (!type.isEmpty())
        head += "Content-Type: " + type + "\r\n";
    if (m_rewriter && !m_request.chunks)
        m_request.keepAlive = false;
    else if (m_rewriter)
        head += "Transfer-Encoding: chunked\r\n";
    else
        head += "Content-Length: "
            + QByteArray::number(answer.hit ? answer.hit->entry.size : answer.sentence.size() + 1) + "\r\n";
    head += m_request.keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    m_socket->write(head);
}

/// Keeps the socket supplied without ever holding more than a few pieces of the file.
void MirrorConnection::sendMore()
{
    while (m_hit && m_socket->bytesToWrite() < mostWaiting) {
        const bool isEnd = m_sent >= m_hit->entry.size;
        auto piece = isEnd ? QByteArray() : nextPiece();
        if (!isEnd && piece.isEmpty())
            return m_socket->abort(); // The file got shorter under our hands: the client must notice.
        if (m_rewriter)
            piece = isEnd ? m_rewriter->finish() : m_rewriter->feed(piece);
        if (!piece.isEmpty())
            m_socket->write(m_rewriter && m_request.chunks ? chunk(piece) : piece);
        if (isEnd) {
            if (m_rewriter && m_request.chunks)
                m_socket->write("0\r\n\r\n");
            return endAnswer();
        }
    }
}

/// Several connections read one file, so each goes to its own place first.
QByteArray MirrorConnection::nextPiece()
{
    if (!m_hit->file->seek(m_sent))
        return {};
    auto piece = m_hit->file->read(qMin(pieceSize, m_hit->entry.size - m_sent));
    m_sent += piece.size();
    return piece;
}

void MirrorConnection::endAnswer()
{
    m_hit.reset();
    m_rewriter.reset();
    m_isAnswering = false;
    if (!m_request.keepAlive)
        return m_socket->disconnectFromHost();
    // Not at once: clients that send everything ahead would make this a recursion.
    QMetaObject::invokeMethod(this, &MirrorConnection::read, Qt::QueuedConnection);
}

} // namespace Decayscope
