// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>
#include <domain/configuration.h>

#include <QByteArray>

#include <vector>

namespace Decayscope {

/// The styles of a study's configurations as CSV, in their order.
[[nodiscard]] QByteArray configurationsDocument(const std::vector<ConfigurationStyle> &styles);

/// Reads it again. Errors name `source` and the record.
[[nodiscard]] Result<std::vector<ConfigurationStyle>> readConfigurations(const QByteArray &csv, const QString &source);

} // namespace Decayscope
