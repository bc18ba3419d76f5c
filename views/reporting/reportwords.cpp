// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportwords.h"

#include <figures/writers.h>

#include <QLocale>

#include <cmath>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr double leastShownChance = 0.001;

} // namespace

QString signedPoints(double value)
{
    const auto digits = plainNumber(std::abs(value));
    if (digits == plainNumber(0))
        return digits;
    return (value < 0 ? QChar(0x2212) : QChar(u'+')) + digits;
}

QString plainNumber(double value)
{
    auto text = QString::number(value, 'f', 1);
    if (text == u"-0.0")
        text.remove(0, 1);
    return text.replace(u'-', QChar(0x2212));
}

QString wholeNumber(qsizetype value)
{
    return QLocale(QLocale::English, QLocale::UnitedStates).toString(static_cast<qlonglong>(value));
}

QString chanceWords(double p)
{
    return p < leastShownChance ? u"p < 0.001"_s : u"p = "_s + QString::number(p, 'f', 3);
}

QString intervalWords(const Estimate &estimate)
{
    if (!estimate.low || !estimate.high)
        return {};
    return u"95 % interval %1 to %2"_s.arg(signedPoints(*estimate.low), signedPoints(*estimate.high));
}

QString countOf(qsizetype count, QStringView noun)
{
    return wholeNumber(count) % u' ' % noun % (count == 1 ? u""_s : u"s"_s);
}

QString enumeration(const QStringList &words)
{
    if (words.size() < 2)
        return words.join(u' ');
    return words.first(words.size() - 1).join(u", ") % u" and " % words.last();
}

QString printedSentence(const QString &sentence)
{
    return withMinusSigns(sentence).replace(u" %"_s, u"\u00a0%"_s);
}

QString spokenName(QString name)
{
    return name.replace(u'_', u' ');
}

} // namespace Decayscope
