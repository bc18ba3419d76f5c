// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "fieldreader.h"

#include <map>

namespace Decayscope {

/// Takes what the reader has of prices: an object of models with what a million tokens cost.
void takeTokenPrices(FieldReader prices, std::map<QString, TokenPrice> &into);

[[nodiscard]] QJsonObject tokenPricesJson(const std::map<QString, TokenPrice> &prices);

/// A file of prices: `{model: {input, output}}`. Errors name `source` and the place.
[[nodiscard]] Result<std::map<QString, TokenPrice>> readTokenPrices(const QByteArray &document, const QString &source);

} // namespace Decayscope
