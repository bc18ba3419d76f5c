// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cardwords.h"

#include <QLocale>

namespace Decayscope {

namespace {

QString drawsOf(const EstimatorCard &card)
{
    if (card.resamples <= 0)
        return {};
    const auto draws = QLocale::c().toString(card.resamples) + QStringLiteral(" draws");
    return card.seed ? QString(draws % u" with seed " % QString::number(*card.seed)) : draws;
}

} // namespace

QString estimatorSentence(const EstimatorCard &card, const QString &interval)
{
    QStringList parts{card.estimator, interval, card.count, drawsOf(card)};
    if (!card.exclusions.isEmpty())
        parts << QStringLiteral("left out: ") + card.exclusions.join(u", ");
    parts.removeAll(QString());
    if (parts.isEmpty())
        return {};
    QString sentence = parts.join(u"; ") + u'.';
    sentence[0] = sentence[0].toUpper();
    return sentence;
}

} // namespace Decayscope
