// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "addressrewriter.h"
#include "mirrorcache.h"
#include "mirrorrequest.h"

#include <QObject>

#include <functional>
#include <optional>

class QTcpSocket;

namespace Decayscope {

/// What a client is told: a file of the cache, or a status with a sentence.
struct MirrorAnswer
{
    int status = 200;
    QByteArray sentence; ///< Where there is no file.
    std::optional<MirrorHit> hit;
    AddressRewriter::Replacements replacements; ///< In the file's text; empty sends it as it is.
};

/// A client inside a sandbox: one request after the other, answered from files in small pieces.
class MirrorConnection : public QObject
{
    Q_OBJECT

public:
    using Answerer = std::function<void(MirrorAnswer)>;
    /// Finds an answer, now or later. The answerer may be called when the connection is gone.
    using Desk = std::function<void(const MirrorRequest &, Answerer)>;

    /// Goes with the socket.
    MirrorConnection(QTcpSocket *socket, Desk desk);

private:
    void read();
    void send(MirrorAnswer answer);
    void sendHead(const MirrorAnswer &answer);
    void sendMore();
    [[nodiscard]] QByteArray nextPiece();
    void endAnswer();

    QTcpSocket *m_socket;
    Desk m_desk;
    QByteArray m_received;
    MirrorRequest m_request;
    std::optional<MirrorHit> m_hit; ///< Being sent.
    std::optional<AddressRewriter> m_rewriter;
    qint64 m_sent = 0; ///< Of the file, in bytes.
    bool m_isAnswering = false;
};

} // namespace Decayscope
