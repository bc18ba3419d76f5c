// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonbody.h"

#include "javascriptvalues.h"
#include "jsonscanner.h"

#include <optional>

namespace Decayscope {

namespace {

JsonKind kindOf(QStringView text)
{
    switch (text.isEmpty() ? u' ' : text.front().unicode()) {
    case u' ':
        return JsonKind::Missing;
    case u'{':
        return JsonKind::Object;
    case u'[':
        return JsonKind::Array;
    case u'"':
        return JsonKind::String;
    case u't':
        return JsonKind::True;
    case u'f':
        return JsonKind::False;
    case u'n':
        return JsonKind::Null;
    default:
        return JsonKind::Number;
    }
}

JsonPlace placeOf(QStringView text)
{
    const auto kind = kindOf(text);
    return {.kind = kind, .text = text, .number = kind == JsonKind::Number ? jsonNumber(text) : 0.0};
}

JsonPlace lengthOf(qsizetype length)
{
    return {.kind = JsonKind::Number, .text = {}, .number = static_cast<double>(length)};
}

bool isKey(QStringView quoted, QStringView name)
{
    if (quoted.contains(u'\\'))
        return unquotedJson(quoted) == name;
    return quoted.sliced(1, quoted.size() - 2) == name;
}

/// The next value of a list or object that is known to be valid.
QStringView nextValue(JsonScanner &scanner)
{
    scanner.skipSpace();
    const auto start = scanner.position();
    (void)scanner.skipValue();
    return scanner.since(start);
}

QStringView memberOf(QStringView object, QStringView name)
{
    QStringView found;
    JsonScanner scanner(object);
    (void)scanner.take(u'{');
    do {
        scanner.skipSpace();
        const auto start = scanner.position();
        if (!scanner.skipString())
            return found;
        const auto key = scanner.since(start);
        scanner.skipSpace();
        (void)scanner.take(u':');
        const auto value = nextValue(scanner);
        if (isKey(key, name))
            found = value;
        scanner.skipSpace();
    } while (scanner.take(u','));
    return found;
}

/// Calls `visit` with each value of a valid list until it gives false.
template <typename Visit>
void eachElement(QStringView array, Visit visit)
{
    JsonScanner scanner(array);
    (void)scanner.take(u'[');
    scanner.skipSpace();
    if (scanner.take(u']'))
        return;
    do {
        if (!visit(nextValue(scanner)))
            return;
        scanner.skipSpace();
    } while (scanner.take(u','));
}

std::optional<qsizetype> indexOf(QStringView name)
{
    bool isNumber = false;
    const auto index = name.toLongLong(&isNumber);
    if (!isNumber || index < 0 || QString::number(index) != name)
        return std::nullopt;
    return index;
}

JsonPlace elementOf(QStringView array, qsizetype index)
{
    QStringView found;
    qsizetype passed = 0;
    eachElement(array, [&](QStringView value) {
        if (passed++ < index)
            return true;
        found = value;
        return false;
    });
    return placeOf(found);
}

qsizetype countOf(QStringView array)
{
    qsizetype count = 0;
    eachElement(array, [&count](QStringView) { return ++count > 0; });
    return count;
}

} // namespace

JsonBody::JsonBody(QByteArrayView utf8)
    : JsonBody(QString::fromUtf8(utf8))
{ }

JsonBody::JsonBody(const QString &text)
    : m_text(text)
{
    JsonScanner scanner(m_text);
    if (!scanner.skipValue())
        return;
    scanner.skipSpace();
    m_isJson = scanner.atEnd();
}

JsonPlace JsonBody::at(QStringView path) const
{
    if (!m_isJson)
        return {};
    JsonScanner scanner(m_text);
    auto place = placeOf(nextValue(scanner));
    if (path.isEmpty())
        return place;
    for (const auto name : path.tokenize(u'.')) {
        place = jsonProperty(place, name);
        if (!place.isThere())
            return place;
    }
    return place;
}

JsonPlace jsonProperty(const JsonPlace &place, QStringView name)
{
    if (place.kind == JsonKind::Object)
        return placeOf(memberOf(place.text, name));
    if (place.kind == JsonKind::String && name == u"length")
        return lengthOf(unquotedJson(place.text).size());
    if (place.kind != JsonKind::Array)
        return {};
    if (name == u"length")
        return lengthOf(countOf(place.text));
    const auto index = indexOf(name);
    return index ? elementOf(place.text, *index) : JsonPlace{};
}

} // namespace Decayscope
