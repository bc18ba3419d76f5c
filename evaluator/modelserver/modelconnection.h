// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "modelanswer.h"
#include "modelrequest.h"

#include <QObject>

#include <functional>

class QTcpSocket;

namespace Decayscope {

/// A client of a model server: one request after the other.
class ModelConnection : public QObject
{
    Q_OBJECT

public:
    /// Finds an answer to a request, now or later: by send() or sendReply() of the connection, if it still lives.
    using Desk = std::function<void(const ModelRequest &, ModelConnection *)>;

    /// Goes with the socket.
    ModelConnection(QTcpSocket *socket, Desk desk);

    void send(const QByteArray &answer, bool closes = false);
    void sendReply(const ModelReply &reply, const ModelQuestion &question);

private:
    void read();
    void begin(const ModelReply &reply, const ServedAnswer &answer);
    void sendMore();
    void endAnswer();
    void drop();

    QTcpSocket *m_socket;
    Desk m_desk;
    ModelRequestReader m_reader;
    ModelReply m_reply; ///< Being sent.
    ServedAnswer m_answer;
    qsizetype m_sent = 0;
    bool m_keepAlive = true;
    bool m_isAnswering = false;
    bool m_isSending = false;
    bool m_isPausing = false;
};

} // namespace Decayscope
