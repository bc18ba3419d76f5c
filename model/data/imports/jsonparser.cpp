// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonparser.h"

#include "jsontext.h"

#include <QStringList>

#include <simdjson.h>

#include <algorithm>

namespace Decayscope {

namespace {

namespace dom = simdjson::dom;

QString partText(const dom::element &part)
{
    std::string_view text;
    if (part.get_string().get(text) == simdjson::SUCCESS)
        return searchable(text);
    for (const auto *key : {"text", "thinking", "refusal"}) {
        if (part[key].get_string().get(text) == simdjson::SUCCESS)
            return searchable(text);
    }
    if (part["type"].get_string().get(text) == simdjson::SUCCESS && text.starts_with("image"))
        return QStringLiteral("[image]");
    return part.is_null() ? QString() : jsonSource(part);
}

} // namespace

JsonParser::JsonParser()
    : m_parser(std::make_unique<dom::parser>())
{ }

JsonParser::~JsonParser() = default;

JsonState JsonParser::parse(QByteArrayView text, dom::element &value)
{
    const auto read = [this, &value](QByteArrayView bytes) {
        return m_parser->parse(bytes.data(), static_cast<std::size_t>(bytes.size()), false).get(value)
            == simdjson::SUCCESS;
    };
    if (read(text))
        return JsonState::Valid;
    auto repaired = repairedJson(text);
    m_mended = std::move(repaired.bytes);
    if (!read(m_mended))
        return JsonState::Unreadable;
    return repaired.wasJson ? JsonState::Valid : JsonState::Mended;
}

bool JsonParser::isJson(QByteArrayView text)
{
    dom::element value;
    return parse(text, value) == JsonState::Valid;
}

QString searchable(std::string_view utf8)
{
    auto text = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    if (utf8.contains('\0'))
        text.replace(QChar(u'\0'), QChar(u' '));
    return text;
}

QString stringAt(const dom::element &object, std::string_view key)
{
    std::string_view text;
    return object[key].get_string().get(text) == simdjson::SUCCESS ? searchable(text) : QString();
}

QString contentText(const dom::element &content)
{
    dom::array parts;
    if (content.get_array().get(parts) != simdjson::SUCCESS)
        return partText(content);
    QStringList texts;
    for (const auto part : parts)
        texts.append(partText(part));
    texts.removeAll(QString());
    return texts.join(u'\n');
}

QString contentAt(const dom::element &object, std::string_view key)
{
    dom::element content;
    return object[key].get(content) == simdjson::SUCCESS ? contentText(content) : QString();
}

QString jsonSource(const dom::element &value)
{
    return searchable(simdjson::minify(value));
}

} // namespace Decayscope
