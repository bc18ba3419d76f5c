// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httpsuite.h"

#include <QJsonObject>

#include <expected>

namespace Decayscope {

/// A part of a request, or why this program cannot send it as Postman does: what goes on after "request "X"".
template <typename T = void>
using PostmanPart = std::expected<T, QString>;

/// A request's address, in two.
struct PostmanAddress
{
    QString server; ///< What stands before the path, such as "{{APIURL}}" or "http://localhost:3000".
    QString path; ///< With its query; begins with a slash where it is not empty.

    bool operator==(const PostmanAddress &) const = default;
};

/// How requests prove who they are, from the request itself or the folders around it.
struct PostmanAuth
{
    QString header; ///< Empty for none.
    QString value;
};

[[nodiscard]] PostmanPart<PostmanAddress> postmanAddress(const QJsonValue &url);
[[nodiscard]] PostmanPart<PostmanAuth> postmanAuth(const QJsonObject &auth);

/// Method, headers and body of a request, and all but the server of its address. `auth` is that of the folders around
/// it; `sendsAnyBody` whether a GET may have a body.
[[nodiscard]] PostmanPart<SuiteCall> postmanCall(
    const QJsonObject &request, const PostmanAuth &auth, bool sendsAnyBody, QString &server);

} // namespace Decayscope
