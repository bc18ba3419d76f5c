// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httpsuite.h"

#include <QJsonObject>

namespace Decayscope {

/// Whether a JSON document calls itself a Postman collection, of whatever version.
[[nodiscard]] bool isPostmanCollection(const QJsonObject &document);

/// Reads a Postman collection (v2.0 or v2.1) as a suite. `origin` names it in messages. Requests keep their order,
/// folders become groups such as "Articles / Comments", and what stands before the paths, which must be the same
/// everywhere, gives way to the base URL. Errors: InvalidInput; the message names the first request that cannot be run
/// as Postman would, and why, the evidence all of them.
[[nodiscard]] Result<HttpSuite> readPostman(QByteArrayView json, const QString &origin);

} // namespace Decayscope
