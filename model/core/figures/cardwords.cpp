// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cardwords.h"

#include <QLocale>

#include <algorithm>

namespace Decayscope {

namespace {

QString drawsOf(const EstimatorCard &card)
{
    if (card.resamples <= 0)
        return {};
    const auto draws = QLocale(QLocale::English).toString(card.resamples) + QStringLiteral(" draws");
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
    const auto first = sentence.section(u' ', 0, 0);
    if (std::ranges::all_of(first, [](QChar c) { return c.isLower(); })) // Not "pass@1", "p:" or "κ,".
        sentence[0] = sentence[0].toUpper();
    return sentence;
}

} // namespace Decayscope
