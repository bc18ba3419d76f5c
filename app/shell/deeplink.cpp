// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "deeplink.h"

#include <QCoreApplication>
#include <QUrl>
#include <QUrlQuery>

namespace Decayscope {

namespace {

constexpr QStringView scheme = u"decayscope:";

std::unexpected<Error> refusal(const QString &text)
{
    return failure(ErrorKind::InvalidInput,
        QCoreApplication::translate(
            "Decayscope::DeepLink", "“%1” is no link to a run. Links look like decayscope:STUDY/run/37#turn=19.")
            .arg(text.left(200)));
}

/// Parts of the fragment are separated as in a query.
QString fragmentOf(const RunPlace &place)
{
    QUrlQuery parts;
    parts.addQueryItem(QStringLiteral("turn"), QString::number(place.turn + 1));
    if (!place.file.isEmpty())
        parts.addQueryItem(QStringLiteral("file"), QString::fromLatin1(QUrl::toPercentEncoding(place.file, "/")));
    if (place.line > 0)
        parts.addQueryItem(QStringLiteral("line"), QString::number(place.line));
    return parts.query(QUrl::FullyEncoded);
}

int numberIn(const QUrlQuery &parts, const QString &key, int fallback)
{
    bool isNumber = false;
    const int number = parts.queryItemValue(key).toInt(&isNumber);
    return isNumber && number >= 0 ? number : fallback;
}

} // namespace

QString linkText(const DeepLink &link)
{
    return QStringLiteral("decayscope:%1/run/%2#%3")
        .arg(link.storeId)
        .arg(link.place.run.value)
        .arg(fragmentOf(link.place));
}

bool looksLikeLink(QStringView text)
{
    return text.trimmed().startsWith(scheme, Qt::CaseInsensitive);
}

Result<DeepLink> readLink(const QString &text)
{
    const auto link = text.trimmed();
    if (!looksLikeLink(link))
        return refusal(text);
    const auto path = link.sliced(scheme.size()).section(u'#', 0, 0).split(u'/');
    bool isNumber = false;
    const auto run = path.size() == 3 && path[1] == QLatin1StringView("run") ? path[2].toLongLong(&isNumber) : 0;
    if (!isNumber || run <= 0 || path[0].isEmpty())
        return refusal(text);
    const QUrlQuery parts(link.section(u'#', 1));
    return DeepLink{.storeId = path[0],
        .place = {.run = RunId{run},
            .turn = std::max(0, numberIn(parts, QStringLiteral("turn"), 1) - 1),
            .file = parts.queryItemValue(QStringLiteral("file"), QUrl::FullyDecoded),
            .line = numberIn(parts, QStringLiteral("line"), 0)}};
}

} // namespace Decayscope
