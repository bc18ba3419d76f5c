// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httpconnection.h"

#include <QNetworkCookieJar>

#include <chrono>

namespace Decayscope {

/// What bounds one request with all its redirects.
struct HttpBounds
{
    std::chrono::milliseconds silence{10'000}; ///< Without a byte from the server.
    std::chrono::milliseconds whole{60'000};
    qint64 longestBody = 0; ///< Bytes, packed and unpacked.
    int redirects = 10;
};

/// Makes requests as the study's runner does: cookies are kept, redirects followed, bodies unpacked.
class HttpClient
{
public:
    /// Errors: as HttpConnection::exchange(), and InvalidInput where an address is none.
    [[nodiscard]] Result<WireAnswer> request(WireRequest request, const HttpBounds &bounds, const Progress &progress);

private:
    void addCookies(WireRequest &request) const;
    void keepCookies(const WireRequest &request, const WireAnswer &answer);

    HttpConnection m_connection;
    QNetworkCookieJar m_cookies;
};

} // namespace Decayscope
