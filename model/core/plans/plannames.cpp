// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plannames.h"

#include "plan.h"

#include <QUrl>

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestName = 100;
constexpr qsizetype longestLine = 1000;
constexpr qsizetype shortestSecret = 20;
constexpr qsizetype longestKeyName = 64;

/// How keys of well-known services begin.
constexpr std::array secretBeginnings{"sk-"_L1, "sk_"_L1, "gsk_"_L1, "xai-"_L1, "aiza"_L1, "hf_"_L1, "ghp_"_L1,
    "gho_"_L1, "github_pat_"_L1, "nvapi-"_L1, "r8_"_L1, "pplx-"_L1, "key-"_L1, "bearer "_L1, "eyj"_L1};

bool isPrintable(QStringView text)
{
    return text.isValidUtf16() && std::ranges::none_of(text, [](QChar c) {
        return c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
    });
}

/// The longest stretch of ASCII letters and digits that has both.
qsizetype longestMixture(QStringView text)
{
    qsizetype longest = 0;
    qsizetype length = 0;
    bool hasLetter = false;
    bool hasDigit = false;
    for (const auto c : text) {
        const bool isWord = c.unicode() < 128 && c.isLetterOrNumber();
        length = isWord ? length + 1 : 0;
        hasLetter = isWord && (hasLetter || c.isLetter());
        hasDigit = isWord && (hasDigit || c.isDigit());
        if (hasLetter && hasDigit)
            longest = std::max(longest, length);
    }
    return longest;
}

} // namespace

bool beginsLikeKey(QStringView text)
{
    const auto begins = [text](QLatin1StringView beginning) {
        return text.size() >= beginning.size() + 8 && text.startsWith(beginning, Qt::CaseInsensitive);
    };
    return std::ranges::any_of(secretBeginnings, begins);
}

bool looksLikeSecret(QStringView text)
{
    return text.size() > longestKeyName || beginsLikeKey(text) || longestMixture(text) >= shortestSecret;
}

bool isFolderName(QStringView name)
{
    return !name.isEmpty() && name.size() <= longestName && isPrintable(name) && name != u"." && name != u".."
        && !name.front().isSpace() && !name.back().isSpace() && !name.contains(u'/') && !name.contains(u'\\');
}

bool isPlanLine(QStringView text)
{
    return text.size() <= longestLine && isPrintable(text);
}

QString endpointUrlFault(const QString &url)
{
    if (!isPlanLine(url))
        return u"must be one line of at most %1 characters."_s.arg(longestLine);
    const QUrl parsed(url, QUrl::StrictMode);
    if (!parsed.isValid() || parsed.host().isEmpty() || (parsed.scheme() != u"http" && parsed.scheme() != u"https"))
        return u"must be an address such as \"https://openrouter.ai/api/v1\"."_s;
    if (!parsed.userInfo().isEmpty() || parsed.authority().contains(u'@'))
        return u"must not hold a user or password: plans are shared. Give the endpoint the name of a key instead."_s;
    if (parsed.hasQuery() || parsed.hasFragment())
        return u"must not hold \"?\" or \"#\": keys in addresses end up in logs. Give the endpoint the name of a key."_s;
    return {};
}

} // namespace Decayscope
