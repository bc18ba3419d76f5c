// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postmanrequest.h"

#include <QJsonArray>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

std::unexpected<QString> refusedPart(const QString &what)
{
    return std::unexpected(what);
}

bool isDisabled(const QJsonObject &entry)
{
    return entry[u"disabled"_s].toBool();
}

/// Texts as they are, and numbers and truth values as they print.
QString plainText(const QJsonValue &value)
{
    return value.toVariant().toString();
}

/// A list of texts joined, or one text. Path segments may be objects with a value.
QString joined(const QJsonValue &value, QChar separator)
{
    if (!value.isArray())
        return plainText(value);
    QStringList parts;
    const QJsonArray segments = value.toArray();
    parts.reserve(segments.size());
    for (const auto &segment : segments)
        parts.append(segment.isObject() ? plainText(segment[u"value"_s]) : plainText(segment));
    return parts.join(separator);
}

/// The server ends at the first slash after "://", or at the first one of an address without.
PostmanAddress splitAddress(const QString &raw)
{
    const qsizetype scheme = raw.indexOf(u"://");
    const qsizetype from = scheme < 0 ? 0 : scheme + 3;
    const auto ends = [](QChar c) { return c == u'/' || c == u'?' || c == u'#'; };
    const qsizetype end = std::find_if(raw.begin() + from, raw.end(), ends) - raw.begin();
    QString path = raw.sliced(end).section(u'#', 0, 0);
    if (path.startsWith(u'?'))
        path.prepend(u'/');
    return {raw.first(end), path};
}

QString queryOf(const QJsonArray &entries)
{
    QStringList parts;
    for (const auto &entry : entries) {
        const QJsonObject parameter = entry.toObject();
        if (isDisabled(parameter))
            continue;
        const QString key = plainText(parameter[u"key"_s]);
        const QJsonValue value = parameter[u"value"_s];
        parts.append(value.isNull() || value.isUndefined() ? key : QString(key + u'=' + plainText(value)));
    }
    return parts.join(u'&');
}

/// Fills segments such as ":slug" from the address's own variables.
PostmanPart<QString> filledSegments(const QString &path, const QJsonArray &variables)
{
    std::map<QString, QString> values;
    for (const auto &entry : variables)
        values.emplace(plainText(entry[u"key"_s]), plainText(entry[u"value"_s]));
    QStringList segments = path.split(u'/');
    for (QString &segment : segments) {
        if (segment.size() < 2 || !segment.startsWith(u':'))
            continue;
        const auto found = values.find(segment.mid(1));
        if (found == values.end())
            return refusedPart(u"has the path variable \"%1\" without a value"_s.arg(segment));
        segment = found->second;
    }
    return segments.join(u'/');
}

PostmanPart<PostmanAddress> addressOfParts(const QJsonObject &url)
{
    PostmanAddress address;
    const QString protocol = url[u"protocol"_s].toString();
    const QString port = plainText(url[u"port"_s]);
    address.server = (protocol.isEmpty() ? QString() : QString(protocol + u"://")) + joined(url[u"host"_s], u'.')
        + (port.isEmpty() ? QString() : QString(u':' + port));
    const QString path = joined(url[u"path"_s], u'/');
    if (!path.isEmpty())
        address.path = path.startsWith(u'/') ? path : QString(u'/' + path);
    const auto filled = filledSegments(address.path, url[u"variable"_s].toArray());
    if (!filled)
        return std::unexpected(filled.error());
    const QString query = queryOf(url[u"query"_s].toArray());
    address.path = *filled + (query.isEmpty() ? QString() : QString((filled->isEmpty() ? u"/?" : u"?") + query));
    return address;
}

/// The value of an entry of an auth's list, or of its object in older collections.
QString authEntry(const QJsonValue &entries, QStringView key)
{
    if (entries.isObject())
        return plainText(entries[key]);
    for (const auto &entry : entries.toArray()) {
        if (entry[u"key"_s].toString() == key)
            return plainText(entry[u"value"_s]);
    }
    return {};
}

using Headers = std::vector<std::pair<QString, QString>>;

PostmanPart<Headers> headersOf(const QJsonValue &list, const PostmanAuth &auth)
{
    if (!list.isArray() && !list.isUndefined() && !list.isNull())
        return refusedPart(u"has headers that are not a list"_s);
    Headers headers;
    for (const auto &entry : list.toArray()) {
        const QJsonObject header = entry.toObject();
        const QString key = plainText(header[u"key"_s]);
        const bool isReplaced = key.compare(auth.header, Qt::CaseInsensitive) == 0;
        if (!isDisabled(header) && !key.isEmpty() && !isReplaced)
            headers.emplace_back(key, plainText(header[u"value"_s]));
    }
    if (!auth.header.isEmpty())
        headers.emplace_back(auth.header, auth.value);
    return headers;
}

/// As Postman, sends no body with methods that have none, unless told to.
PostmanPart<std::optional<QString>> bodyOf(const QJsonObject &body, const QString &method, bool sendsAnyBody)
{
    static const QStringList bodiless{u"GET"_s, u"HEAD"_s, u"COPY"_s, u"PURGE"_s, u"UNLOCK"_s};
    const QString mode = body[u"mode"_s].toString();
    if (body.isEmpty() || isDisabled(body) || mode.isEmpty() || (bodiless.contains(method) && !sendsAnyBody))
        return std::nullopt;
    if (mode != u"raw")
        return refusedPart(u"has a body of the kind \"%1\"; this program sends only raw ones"_s.arg(mode.left(40)));
    const QString raw = body[u"raw"_s].toString();
    return raw.isEmpty() ? std::nullopt : std::optional(raw);
}

/// {{$guid}} and its like, which Postman makes anew each time.
PostmanPart<> withoutMadeValues(const SuiteCall &call)
{
    QString all = call.path + call.body.value_or(QString());
    for (const auto &[key, value] : call.headers)
        all += key + u' ' + value + u' ';
    const qsizetype found = all.indexOf(u"{{$");
    if (found < 0)
        return {};
    const QString name = all.sliced(found, std::min<qsizetype>(all.size() - found, 40)).section(u'}', 0, 0) + u"}}";
    return refusedPart(u"uses %1, a value that is made anew each time"_s.arg(name));
}

} // namespace

PostmanPart<PostmanAddress> postmanAddress(const QJsonValue &url)
{
    if (url.isString())
        return splitAddress(url.toString());
    const QJsonObject parts = url.toObject();
    if (parts.contains(u"host"_s))
        return addressOfParts(parts);
    if (!parts[u"raw"_s].isString())
        return refusedPart(u"has no address"_s);
    PostmanAddress address = splitAddress(parts[u"raw"_s].toString());
    auto path = filledSegments(address.path, parts[u"variable"_s].toArray());
    if (!path)
        return std::unexpected(path.error());
    address.path = *path;
    return address;
}

PostmanPart<PostmanAuth> postmanAuth(const QJsonObject &auth)
{
    const QString type = auth[u"type"_s].toString(u"noauth"_s);
    const QJsonValue entries = auth[type];
    if (type == u"noauth")
        return PostmanAuth{};
    if (type == u"bearer")
        return PostmanAuth{u"Authorization"_s, u"Bearer "_s + authEntry(entries, u"token")};
    if (type != u"apikey")
        return refusedPart(
            u"uses the authorisation \"%1\"; this program knows bearer tokens and API keys in headers"_s.arg(
                type.left(40)));
    const QString in = authEntry(entries, u"in");
    if (!in.isEmpty() && in != u"header")
        return refusedPart(u"sends an API key elsewhere than in a header"_s);
    return PostmanAuth{authEntry(entries, u"key"), authEntry(entries, u"value")};
}

PostmanPart<SuiteCall> postmanCall(
    const QJsonObject &request, const PostmanAuth &auth, bool sendsAnyBody, QString &server)
{
    SuiteCall call;
    call.method = request[u"method"_s].toString(u"GET"_s);
    const auto address = postmanAddress(request[u"url"_s]);
    if (!address)
        return std::unexpected(address.error());
    server = address->server;
    call.path = address->path;
    PostmanPart<PostmanAuth> own = auth;
    if (request[u"auth"_s].isObject())
        own = postmanAuth(request[u"auth"_s].toObject());
    if (!own)
        return std::unexpected(own.error());
    auto headers = headersOf(request[u"header"_s], *own);
    if (!headers)
        return std::unexpected(headers.error());
    call.headers = std::move(*headers);
    auto body = bodyOf(request[u"body"_s].toObject(), call.method, sendsAnyBody);
    if (!body)
        return std::unexpected(body.error());
    call.body = std::move(*body);
    if (auto plain = withoutMadeValues(call); !plain)
        return std::unexpected(plain.error());
    return call;
}

} // namespace Decayscope
