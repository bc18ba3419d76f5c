// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>
#include <domain/runfilter.h>

namespace Decayscope {

/// A filter as a JSON document, as recipes hold it.
[[nodiscard]] QByteArray filterDocument(const RunFilter &filter);

/// Reads one; hostile input is expected. Errors name `source`, place and remedy.
[[nodiscard]] Result<RunFilter> readFilter(const QByteArray &document, const QString &source);

} // namespace Decayscope
