// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "turnparts.h"

#include "jsonparser.h"
#include "jsonvalues.h"

#include <simdjson.h>

#include <algorithm>

namespace Decayscope {

namespace {

namespace dom = simdjson::dom;

constexpr std::size_t longestAddress = 200;

QString editSentence(const FileEdit &edit)
{
    switch (edit.kind) {
    case FileEdit::Kind::Content:
        return (edit.before ? u"write " : u"create ") + edit.path;
    case FileEdit::Kind::Append:
        return u"append to " + edit.path;
    case FileEdit::Kind::Replace:
    case FileEdit::Kind::Lines:
        return u"replace in " + edit.path;
    case FileEdit::Kind::ReplaceAll:
        return u"replace everywhere in " + edit.path;
    case FileEdit::Kind::Insert:
        return QStringLiteral("insert into %1 after line %2").arg(edit.path).arg(edit.line);
    case FileEdit::Kind::Diff:
        return u"patch " + edit.path;
    case FileEdit::Kind::Undo:
        return u"undo the last edit of " + edit.path;
    case FileEdit::Kind::Delete:
        return u"delete " + edit.path;
    case FileEdit::Kind::Move:
        return QStringLiteral("move %1 to %2").arg(edit.path, edit.target);
    case FileEdit::Kind::Copy:
        return QStringLiteral("copy %1 to %2").arg(edit.path, edit.target);
    case FileEdit::Kind::Opaque:
        return u"change " + edit.path;
    }
    return edit.path;
}

/// The address or data of an image in the spellings of the formats.
std::string_view imageSource(const dom::element &part)
{
    if (const auto url = memberAt(part, "image_url"))
        return url->is_string() ? bytesAt(part, "image_url") : bytesAt(*url, "url");
    if (const auto source = memberAt(part, "source"); source && source->is_object()) {
        const auto path = bytesAt(*source, "path");
        return path.empty() ? bytesAt(*source, "data") : path;
    }
    for (const auto *key : {"image", "url", "data"}) {
        if (const auto source = bytesAt(part, key); !source.empty())
            return source;
    }
    return {};
}

void addImages(TurnContent &turn, const dom::element &part)
{
    dom::array addresses;
    if (part["image_urls"].get_array().get(addresses) != simdjson::SUCCESS)
        return addPart(turn, PartKind::Image, imageDescription(imageSource(part)));
    for (const auto address : addresses) {
        std::string_view text;
        if (address.get_string().get(text) == simdjson::SUCCESS)
            addPart(turn, PartKind::Image, imageDescription(text));
    }
}

void addContentPart(TurnContent &turn, PartKind kind, const dom::element &part)
{
    std::string_view text;
    if (part.is_null())
        return;
    if (part.get_string().get(text) == simdjson::SUCCESS)
        return addPart(turn, kind, searchable(text));
    const auto type = bytesAt(part, "type");
    if (type.starts_with("image") || type == "input_image")
        return addImages(turn, part);
    for (const auto *key : {"thinking", "reasoning"}) {
        if (part[key].get_string().get(text) == simdjson::SUCCESS)
            return addPart(turn, PartKind::Reasoning, searchable(text));
    }
    for (const auto *key : {"text", "refusal"}) {
        if (part[key].get_string().get(text) == simdjson::SUCCESS)
            return addPart(turn, kind, searchable(text));
    }
    addPart(turn, PartKind::Raw, jsonSource(part));
}

} // namespace

void addPart(TurnContent &turn, PartKind kind, const QString &text)
{
    const auto isBlank = std::ranges::all_of(text, [](QChar c) { return c.isSpace(); });
    if (!isBlank)
        turn.parts.push_back({.kind = kind, .text = text});
}

TurnPart &addCommand(TurnContent &turn, const QString &tool, const QString &callId, const QString &text)
{
    return turn.parts.emplace_back(TurnPart{.kind = PartKind::Command, .text = text, .tool = tool, .callId = callId});
}

TurnPart &addOutput(TurnContent &turn, const QString &tool, const QString &callId, const QString &text)
{
    return turn.parts.emplace_back(TurnPart{.kind = PartKind::Output, .text = text, .tool = tool, .callId = callId});
}

void addEdit(TurnContent &turn, FileEdit edit, const QString &tool, const QString &callId)
{
    TurnPart part{.kind = PartKind::Edit, .text = editSentence(edit), .tool = tool, .callId = callId};
    part.edit = std::move(edit);
    turn.parts.push_back(std::move(part));
}

void addContent(TurnContent &turn, PartKind kind, const dom::element &content)
{
    dom::array parts;
    if (content.get_array().get(parts) != simdjson::SUCCESS)
        return addContentPart(turn, kind, content);
    for (const auto part : parts)
        addContentPart(turn, kind, part);
}

void addContentAt(TurnContent &turn, PartKind kind, const dom::element &object, std::string_view key)
{
    if (const auto content = memberAt(object, key))
        addContent(turn, kind, *content);
}

QString outputText(TurnContent &turn, const dom::element &content)
{
    TurnContent all;
    addContent(all, PartKind::Output, content);
    QStringList texts;
    for (auto &part : all.parts) {
        if (part.kind == PartKind::Image)
            turn.parts.push_back(std::move(part));
        else
            texts.append(std::move(part.text));
    }
    return texts.join(u'\n');
}

QString imageDescription(std::string_view source)
{
    if (source.empty())
        return QStringLiteral("image");
    const auto comma = source.substr(0, longestAddress).find(',');
    if (!source.starts_with("data:") || comma == std::string_view::npos) {
        const auto isAddress = source.size() <= longestAddress;
        return isAddress ? u"image " + searchable(source)
                         : QStringLiteral("image, %1 KB").arg(source.size() * 3 / 4 / 1024);
    }
    const auto type = source.substr(5, std::min(source.find(';'), comma) - 5);
    const auto size = (source.size() - comma) * 3 / 4; // base64
    return QStringLiteral("%1, %2 KB").arg(searchable(type)).arg((size + 1023) / 1024);
}

void keepRaw(TurnContent &turn, const QString &json)
{
    turn.isKnown = false;
    turn.kind = TurnKind::Other;
    turn.parts.clear();
    turn.parts.push_back({.kind = PartKind::Raw, .text = json});
}

TurnKind kindOfParts(const TurnContent &turn)
{
    const auto has = [&turn](PartKind kind) { return std::ranges::contains(turn.parts, kind, &TurnPart::kind); };
    if (has(PartKind::Edit) && turn.role == TurnRole::Assistant)
        return TurnKind::Edit;
    if (has(PartKind::Command))
        return TurnKind::Command;
    if (has(PartKind::Output))
        return TurnKind::Observation;
    if (has(PartKind::Error))
        return TurnKind::Error;
    switch (turn.role) {
    case TurnRole::System:
        return TurnKind::System;
    case TurnRole::User:
        return TurnKind::Prompt;
    case TurnRole::Assistant:
        return TurnKind::Thought;
    case TurnRole::Tool:
        return TurnKind::Observation;
    case TurnRole::Environment:
    case TurnRole::Other:
        return TurnKind::Other;
    }
    return TurnKind::Other;
}

} // namespace Decayscope
