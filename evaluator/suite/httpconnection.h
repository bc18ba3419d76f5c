// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httpwire.h"

#include <base/progress.h>

#include <QDeadlineTimer>
#include <QTcpSocket>

#include <chrono>

namespace Decayscope {

/// How long one exchange may take.
struct WirePatience
{
    std::chrono::milliseconds silence; ///< Without a byte from the server.
    QDeadlineTimer whole; ///< With all of it.
};

/// One connection to a server at a time, kept between requests as long as the server keeps it. Waits in an event loop
/// of its own in the calling thread; asked to stop, it stops within 50 ms.
class HttpConnection
{
public:
    HttpConnection();

    /// Sends a request and waits for the whole answer. Errors: Unreadable (no complete answer; the message says why),
    /// Cancelled.
    [[nodiscard]] Result<WireAnswer> exchange(
        const WireRequest &request, qint64 longestBody, const WirePatience &patience, const Progress &progress);

private:
    [[nodiscard]] Result<> open(const WireUrl &url, QDeadlineTimer deadline, const Progress &progress);
    [[nodiscard]] Result<> pause(QDeadlineTimer deadline, const Progress &progress);
    [[nodiscard]] bool isOpenTo(const WireUrl &url) const;
    void learnWhetherServerKeeps(const Progress &progress);
    void close();

    QTcpSocket m_socket;
    QByteArray m_authority; ///< Of the open connection.
    bool m_isFirstAnswer = true;
    bool m_reuses = true; ///< False once the server closed a connection it should have kept.
};

} // namespace Decayscope
