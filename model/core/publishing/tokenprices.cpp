// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenprices.h"

#include <QJsonDocument>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype mostPrices = 10'000;
constexpr double highestPrice = 1e9;

} // namespace

void takeTokenPrices(FieldReader prices, std::map<QString, TokenPrice> &into)
{
    const auto models = prices.keys();
    if (models.size() > mostPrices) {
        prices.refuse(u"prices"_s, u"has more than %1 entries"_s.arg(mostPrices));
        return;
    }
    for (const auto &model : models) {
        auto fields = prices.object(model);
        TokenPrice price;
        fields.number(u"input", price.input, 0, highestPrice);
        fields.number(u"output", price.output, 0, highestPrice);
        fields.refuseOthers();
        into.insert_or_assign(model, price);
    }
}

QJsonObject tokenPricesJson(const std::map<QString, TokenPrice> &prices)
{
    QJsonObject object;
    for (const auto &[model, price] : prices)
        object.insert(model, QJsonObject{{u"input"_s, price.input}, {u"output"_s, price.output}});
    return object;
}

Result<std::map<QString, TokenPrice>> readTokenPrices(const QByteArray &document, const QString &source)
{
    QJsonParseError error;
    const auto json = QJsonDocument::fromJson(document, &error);
    auto fault = json.isObject() ? QString() : u"It is no JSON object: %1."_s.arg(error.errorString());
    std::map<QString, TokenPrice> prices;
    takeTokenPrices({json.object(), {}, fault}, prices);
    if (!fault.isEmpty())
        return failure(ErrorKind::InvalidInput, u"\"%1\" cannot be read as prices. %2"_s.arg(source, fault));
    return prices;
}

} // namespace Decayscope
