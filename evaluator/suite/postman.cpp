// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postman.h"

#include "postmanrequest.h"
#include "postmanscript.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

constexpr int deepestFolder = 20;
constexpr size_t mostRequests = 5'000;
constexpr qint64 mostChecks = 100'000;
constexpr qsizetype mostRefusals = 50;

/// What requests have from the folders around them.
struct Surroundings
{
    QStringList folders;
    PostmanAuth auth;
    PostmanScript script;
    bool sendsAnyBody = false;
};

QString scriptText(const QJsonObject &script)
{
    const QJsonValue lines = script[u"exec"_s];
    if (!lines.isArray())
        return lines.toString();
    QStringList texts;
    const QJsonArray all = lines.toArray();
    texts.reserve(all.size());
    for (const auto &line : all)
        texts.append(line.toString());
    return texts.join(u'\n');
}

/// Whether a script has no words at all.
bool isEmptyScript(const QString &script)
{
    const auto tokens = postmanTokens(script);
    return tokens && tokens->size() == 1;
}

QString asText(const PostmanRefusal &refusal)
{
    return u"its test script %1 (line %2)"_s.arg(refusal.what).arg(refusal.line);
}

class CollectionReader
{
public:
    CollectionReader(const QJsonObject &collection, const QString &origin)
        : m_collection(collection)
        , m_origin(origin)
    { }

    Result<HttpSuite> suite()
    {
        const QJsonObject info = m_collection[u"info"_s].toObject();
        m_suite.title = info[u"name"_s].toString(m_origin);
        m_suite.name = m_suite.title;
        m_suite.version = info[u"version"_s].toString();
        readVariables();
        Surroundings around;
        if (surround(around, m_collection, u"the collection"_s))
            readItems(m_collection[u"item"_s].toArray(), around);
        if (!m_refusals.isEmpty())
            return refused();
        if (m_suite.calls.empty())
            return failure(ErrorKind::InvalidInput, u"%1 is a Postman collection without a request."_s.arg(m_origin));
        return std::move(m_suite);
    }

private:
    [[nodiscard]] std::unexpected<Error> refused() const
    {
        QString message = u"%1 cannot be run: %2."_s.arg(m_origin, m_refusals.front());
        if (m_refusals.size() > 1)
            message += m_refusals.size() < mostRefusals
                ? QString(u" So it is with %1 parts of it in all."_s.arg(m_refusals.size()))
                : u" So it is with many parts of it."_s;
        message += u" This program runs requests with raw bodies and test scripts that check status, presence, type, "
                   "equality, order, arrays and whole numbers or take variables from answers."_s;
        return failure(ErrorKind::InvalidInput, message, m_refusals.join(u'\n'));
    }

    void refuse(const QString &where, const QString &what)
    {
        if (m_refusals.size() < mostRefusals)
            m_refusals.append(where + u' ' + what);
    }

    void readVariables()
    {
        for (const auto &entry : m_collection[u"variable"_s].toArray()) {
            const QString key = entry[u"key"_s].toString(entry[u"id"_s].toString());
            if (key.isEmpty() || entry[u"disabled"_s].toBool())
                continue;
            m_suite.variables.insert_or_assign(key, entry[u"value"_s].toVariant().toString());
            m_ownVariables.insert(key);
        }
    }

    /// Adds what a folder or request says for all that is in it; whether that can be run.
    bool surround(Surroundings &around, const QJsonObject &item, const QString &where)
    {
        if (item[u"auth"_s].isObject()) {
            auto auth = postmanAuth(item[u"auth"_s].toObject());
            if (!auth) {
                refuse(where, auth.error());
                return false;
            }
            around.auth = std::move(*auth);
        }
        return readBehaviour(around, item[u"protocolProfileBehavior"_s].toObject(), where)
            && readEvents(around.script, item[u"event"_s].toArray(), where);
    }

    bool readBehaviour(Surroundings &around, const QJsonObject &behaviour, const QString &where)
    {
        for (auto setting = behaviour.begin(); setting != behaviour.end(); ++setting) {
            if (setting.key() == u"disableBodyPruning") {
                around.sendsAnyBody = setting->toBool();
            } else if (setting.key() != u"strictSSL") {
                refuse(where, u"has the setting %1, which this program does not know"_s.arg(setting.key()));
                return false;
            }
        }
        return true;
    }

    bool readEvents(PostmanScript &script, const QJsonArray &events, const QString &where)
    {
        for (const auto &event : events) {
            const QString why = readEvent(script, event.toObject());
            if (why.isEmpty())
                continue;
            refuse(where + u':', why);
            return false;
        }
        return true;
    }

    /// Why it cannot be read; empty where it can.
    QString readEvent(PostmanScript &script, const QJsonObject &event)
    {
        const QJsonObject code = event[u"script"_s].toObject();
        const QString text = scriptText(code);
        if (event[u"disabled"_s].toBool())
            return {};
        if (code.contains(u"src"_s))
            return u"its script is in another file"_s;
        if (isEmptyScript(text))
            return {};
        if (event[u"listen"_s].toString() != u"test")
            return u"it has a pre-request script, which this program does not run"_s;
        auto read = readPostmanScript(text, m_ownVariables);
        if (!read)
            return asText(read.error());
        for (SuiteCheck &check : read->checks)
            script.checks.push_back(std::move(check));
        for (SuiteCapture &capture : read->captures)
            script.captures.push_back(std::move(capture));
        return {};
    }

    // Folders in folders are bounded by `deepestFolder`.
    void readItems(const QJsonArray &items, const Surroundings &around)
    {
        for (const auto &entry : items) {
            const QJsonObject item = entry.toObject();
            const QString name = item[u"name"_s].toString();
            if (item.contains(u"item"_s))
                readFolder(item, name, around);
            else if (m_suite.calls.size() < mostRequests && m_checks < mostChecks)
                readRequest(item, name, around);
            else if (!m_isTooLong)
                refuse(u"request \"%1\":"_s.arg(name), u"there are more requests or checks than a suite may have"_s);
            m_isTooLong = m_suite.calls.size() >= mostRequests || m_checks >= mostChecks;
        }
    }

    void readFolder(const QJsonObject &folder, const QString &name, const Surroundings &around)
    {
        const QString where = u"folder \"%1\""_s.arg(name);
        if (around.folders.size() >= deepestFolder)
            return refuse(where, u"is more than %1 folders deep"_s.arg(deepestFolder));
        m_checks += qint64(around.script.checks.size() + around.script.captures.size()) + 1;
        if (m_checks >= mostChecks)
            return refuse(where, u"stands where there are more checks than a suite may have already"_s);
        Surroundings inner = around;
        inner.folders.append(name);
        if (surround(inner, folder, where))
            readItems(folder[u"item"_s].toArray(), inner);
    }

    void readRequest(const QJsonObject &item, const QString &name, const Surroundings &around)
    {
        const QString where = u"request \"%1\""_s.arg(name);
        Surroundings own = around;
        if (!surround(own, item, where))
            return;
        QJsonObject request = item[u"request"_s].toObject();
        if (item[u"request"_s].isString())
            request.insert(u"url"_s, item[u"request"_s]);
        QString server;
        auto call = postmanCall(request, own.auth, own.sendsAnyBody, server);
        if (!call)
            return refuse(where, call.error());
        if (!isSameServer(server))
            return refuse(where, u"asks \"%1\" and others \"%2\"; a suite is for one server"_s.arg(server, m_server));
        call->group = around.folders.join(u" / "_s);
        call->name = name;
        call->checks = std::move(own.script.checks);
        call->captures = std::move(own.script.captures);
        m_checks += qint64(call->checks.size() + call->captures.size());
        m_suite.calls.push_back(std::move(*call));
    }

    bool isSameServer(const QString &server)
    {
        if (m_suite.calls.empty())
            m_server = server;
        return server == m_server;
    }

    const QJsonObject &m_collection;
    QString m_origin;
    QString m_server;
    HttpSuite m_suite;
    QSet<QString> m_ownVariables;
    QStringList m_refusals;
    qint64 m_checks = 0;
    bool m_isTooLong = false;
};

} // namespace

bool isPostmanCollection(const QJsonObject &document)
{
    const bool isOld = document.contains(u"requests"_s) && document.contains(u"order"_s);
    return isOld || document[u"info"_s][u"schema"_s].toString().contains(u"getpostman.com")
        || document[u"info"_s][u"_postman_id"_s].isString();
}

Result<HttpSuite> readPostman(QByteArrayView json, const QString &origin)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json.toByteArray(), &error);
    if (!document.isObject())
        return failure(ErrorKind::InvalidInput, u"%1 is no Postman collection: it is not a JSON object."_s.arg(origin),
            error.errorString());
    QJsonObject collection = document.object();
    if (collection[u"collection"_s].isObject()) // as Postman's own interface and reports wrap it
        collection = collection[u"collection"_s].toObject();
    const QString schema = collection[u"info"_s][u"schema"_s].toString();
    if (!collection[u"info"_s].isObject() || !isPostmanCollection(collection)
        || !(schema.contains(u"/v2.") || schema.isEmpty()))
        return failure(ErrorKind::InvalidInput,
            u"%1 is no Postman collection of version 2; export it from Postman as \"Collection v2.1\"."_s.arg(origin));
    return CollectionReader(collection, origin).suite();
}

} // namespace Decayscope
