// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <suite/contentcoding.h>
#include <suite/httpanswerparser.h>

#include <algorithm>
#include <cstdlib>
#include <optional>

using namespace Decayscope;

namespace {

constexpr qint64 longestBody = 65536;

/// The answer where there is a whole one, its bytes coming `piece` at a time.
std::optional<WireAnswer> answerOf(QByteArrayView bytes, bool isHead, qsizetype piece)
{
    HttpAnswerParser parser(isHead, longestBody);
    auto state = HttpAnswerParser::State::Reading;
    for (qsizetype at = 0; at < bytes.size() && state == HttpAnswerParser::State::Reading; at += piece)
        state = parser.feed(bytes.sliced(at, std::min(piece, bytes.size() - at)));
    if (state == HttpAnswerParser::State::Reading)
        state = parser.finish();
    if (state == HttpAnswerParser::State::Broken && parser.fault().isEmpty())
        std::abort();
    return state == HttpAnswerParser::State::Complete ? std::optional(parser.takeAnswer()) : std::nullopt;
}

} // namespace

/// A sign that says how it comes, and an answer: cut into whatever pieces, it stays the same one.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArrayView bytes(data + 1, static_cast<qsizetype>(size) - 1);
    const bool isHead = (data[0] & 0x80) != 0;
    const auto whole = answerOf(bytes, isHead, std::max(bytes.size(), qsizetype{1}));
    const auto pieces = answerOf(bytes, isHead, qsizetype{1} + (data[0] & 0x7f));
    if (!whole)
        return 0;
    if (!pieces || pieces->status != whole->status || pieces->headers != whole->headers || pieces->body != whole->body)
        std::abort();
    std::ignore = decodedBody(whole->body, headerValue(whole->headers, "Content-Encoding"), longestBody);
    std::ignore = bodyText(whole->body, headerValue(whole->headers, "Content-Type"));
    std::ignore = wireUrl(QString::fromLatin1(headerValue(whole->headers, "Location")));
    return 0;
}
