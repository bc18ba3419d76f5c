// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mirrorcache.h"

#include <QNetworkReply>
#include <QObject>
#include <QTemporaryFile>
#include <QUrl>

#include <chrono>

class QNetworkAccessManager;

namespace Decayscope {

/// How much a registry may send, how long it may take, how often it may send elsewhere.
struct MirrorLimits
{
    qint64 answerBytes = qint64{512} * 1024 * 1024;
    std::chrono::milliseconds answerTime{600'000};
    int redirects = 5;
    qint64 cacheBytes = qint64{2} * 1024 * 1024 * 1024;
    int fetches = 24; ///< At one time.
};

/// What is asked of a registry.
struct MirrorQuestion
{
    QUrl url;
    QByteArray accept;
    QByteArray etag; ///< Of the body that is there already; empty for none.
    QByteArray authorization; ///< For the host of `url` alone.
};

/// One question to a registry, redirects followed; its body goes to a file as it comes.
class MirrorFetch : public QObject
{
    Q_OBJECT

public:
    MirrorFetch(QNetworkAccessManager &network, const MirrorLimits &limits, MirrorQuestion question,
        std::unique_ptr<QTemporaryFile> body, QObject *parent);
    ~MirrorFetch() override;

    [[nodiscard]] int status() const { return m_status; } ///< The registry's last one; 0 where none came.
    [[nodiscard]] const QString &error() const { return m_error; } ///< A sentence; empty where the answer is whole.
    [[nodiscard]] const MirrorEntry &entry() const { return m_entry; }
    [[nodiscard]] bool mayBeKept() const { return m_mayBeKept; }
    [[nodiscard]] QTemporaryFile &body() { return *m_body; }
    [[nodiscard]] int requests() const { return m_requests; }

    void start();

signals:
    void finished();

private:
    void ask(const QUrl &url);
    void readBody();
    void endReply();
    void follow();
    void readFields();
    void fail(const QString &sentence);

    QNetworkAccessManager &m_network;
    MirrorLimits m_limits;
    MirrorQuestion m_question;
    std::unique_ptr<QTemporaryFile> m_body;
    std::unique_ptr<QNetworkReply> m_reply;
    MirrorEntry m_entry;
    QString m_error;
    int m_status = 0;
    int m_requests = 0;
    bool m_mayBeKept = true;
    bool m_isOver = false;
};

/// Whether a registry at `from` may send us on to `to`: http and https only, not from https to http, and into a private
/// network only from inside it.
[[nodiscard]] bool mayRedirect(const QUrl &from, const QUrl &to);

} // namespace Decayscope
