// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "valuefollowing.h"

#include <modules/dottednames.h>

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

constexpr std::size_t mostTexts = 12;
constexpr std::string_view unknownText = "{}";

/// Keywords and callees by which connection URLs are built from parts.
constexpr std::array schemeKeywords{"drivername", "scheme"};

bool isKnown(const FollowedText &text)
{
    return text.text != unknownText && !text.isHint;
}

std::string_view beforeLast(std::string_view dotted)
{
    const auto dot = dotted.rfind('.');
    return dot == std::string_view::npos ? std::string_view() : dotted.substr(0, dot);
}

bool buildsUrl(const SourceValue &call)
{
    const auto owner = lastMember(beforeLast(call.text));
    const auto name = lastMember(call.text);
    return name == "URL" || owner == "URL" || owner.ends_with("Dsn")
        || std::ranges::any_of(schemeKeywords, [&call](const char *keyword) { return call.entry(keyword) != nullptr; });
}

std::string replacedIn(std::string text, const std::string &from, const std::string &by)
{
    const auto at = from.empty() ? std::string::npos : text.find(from);
    return at == std::string::npos ? text : text.replace(at, from.size(), by);
}

/// One question for texts: what is joined is asked part by part, so all of it has one bound.
class TextWalk
{
public:
    explicit TextWalk(ValueFollower &follower)
        : m_follower(follower)
    { }

    std::vector<FollowedText> texts(const SourceValue &value, const ValuePlace &place)
    {
        std::vector<FollowedText> found;
        if (m_walks <= 0 || m_depth > deepest)
            return {unknown(place)};
        --m_walks;
        ++m_depth;
        for (const auto &one : m_follower.valuesOf(value, place)) {
            for (auto &text : textsOf(one)) {
                if (found.size() < mostTexts)
                    found.push_back(std::move(text));
            }
        }
        --m_depth;
        return found;
    }

private:
    static FollowedText unknown(const ValuePlace &place) { return {.text = std::string(unknownText), .place = place}; }

    std::vector<FollowedText> textsOf(const PlacedValue &found)
    {
        const auto &value = *found.value;
        auto place = found.place;
        place.line = value.line > 0 ? value.line : place.line;
        switch (value.kind) {
        case SourceValueKind::Text:
        case SourceValueKind::Number:
            return {{.text = value.text.substr(0, longestText), .place = place, .isGiven = found.isGiven}};
        case SourceValueKind::Joined:
            return joined(value, place, {});
        case SourceValueKind::Call:
            return called(value, place);
        case SourceValueKind::Nothing:
        case SourceValueKind::Boolean:
            return {};
        case SourceValueKind::Unknown:
        case SourceValueKind::Name:
        case SourceValueKind::Either:
        case SourceValueKind::List:
        case SourceValueKind::Map:
            break;
        }
        return {unknown(place)};
    }

    std::vector<FollowedText> joined(const SourceValue &value, const ValuePlace &place, std::string_view separator)
    {
        std::vector<FollowedText> whole{{.text = {}, .place = place}};
        for (const auto &item : value.items) {
            const auto isPlain = item.kind == SourceValueKind::Text || item.kind == SourceValueKind::Unknown;
            auto parts = isPlain ? textsOf({.value = &item, .place = place}) : texts(item, place);
            if (parts.empty())
                parts.push_back(unknown(place));
            if (parts.size() > 1)
                whole = branched(whole, parts.size());
            for (std::size_t i = 0; i < whole.size(); ++i)
                append(whole[i], parts[i % parts.size()], separator);
        }
        return whole;
    }

    /// Each text as often as there are ways to go on with it.
    static std::vector<FollowedText> branched(const std::vector<FollowedText> &texts, std::size_t ways)
    {
        std::vector<FollowedText> longer;
        const auto count = std::min(texts.size() * ways, std::max(mostTexts, ways));
        longer.reserve(count);
        for (std::size_t i = 0; i < count; ++i)
            longer.push_back(texts[std::min(i / ways, texts.size() - 1)]);
        return longer;
    }

    static void append(FollowedText &text, const FollowedText &part, std::string_view separator)
    {
        if (text.text.size() > longestText)
            return;
        if (!text.text.empty())
            text.text += separator;
        text.text += part.text;
        text.isGiven = text.isGiven || part.isGiven;
    }

    std::vector<FollowedText> called(const SourceValue &call, const ValuePlace &place)
    {
        const auto name = lastMember(call.text);
        if (name == "replace" || name == "replaceAll")
            return replaced(call, place);
        if (name == "join" && !call.items.empty())
            return joined(call, place, "/");
        if (buildsUrl(call))
            return built(call, place);
        return {unknown(place)};
    }

    /// `url.replace("postgres://", "postgresql://")`; what it becomes is a hint where the url is not known.
    std::vector<FollowedText> replaced(const SourceValue &call, const ValuePlace &place)
    {
        if (call.items.size() < 2 || call.items[1].kind != SourceValueKind::Text)
            return {unknown(place)};
        const SourceValue receiver{
            .kind = SourceValueKind::Name, .text = std::string(beforeLast(call.text)), .line = call.line};
        auto found = receiver.text.empty() ? std::vector<FollowedText>() : texts(receiver, place);
        for (auto &text : found) {
            if (isKnown(text) && call.items.front().kind == SourceValueKind::Text)
                text.text = replacedIn(std::move(text.text), call.items.front().text, call.items[1].text);
        }
        found.push_back({.text = call.items[1].text, .place = place, .isHint = true});
        return found;
    }

    std::vector<FollowedText> built(const SourceValue &call, const ValuePlace &place)
    {
        const SourceValue *scheme = nullptr;
        for (const auto *keyword : schemeKeywords)
            scheme = scheme ? scheme : call.entry(keyword);
        if (!scheme && !call.items.empty())
            scheme = &call.items.front();
        if (!scheme)
            return {unknown(place)};
        auto found = texts(*scheme, place);
        for (auto &text : found) {
            if (text.text.find(':') == std::string::npos)
                text.text += "://{}";
        }
        return found;
    }

    static constexpr int deepest = 8;
    static constexpr std::size_t longestText = 8UL * 1024;
    ValueFollower &m_follower;
    int m_walks = 60;
    int m_depth = 0;
};

} // namespace

std::vector<FollowedText> ValueFollower::textsOf(const SourceValue &value, const ValuePlace &place)
{
    auto found = TextWalk(*this).texts(value, place);
    if (std::ranges::any_of(found, isKnown))
        std::erase_if(found, [](const FollowedText &text) { return !isKnown(text); });
    else if (std::ranges::any_of(found, &FollowedText::isHint))
        std::erase_if(found, [](const FollowedText &text) { return !text.isHint; });
    return found;
}

} // namespace Decayscope
