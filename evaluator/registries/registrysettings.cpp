// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registrysettings.h"

#include <QFile>
#include <QUrl>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

using Settings = std::map<QString, QString>;

constexpr qint64 longestFile = qint64{1024} * 1024;

QString unquoted(QString value)
{
    const bool isQuoted
        = value.size() >= 2 && value.front() == value.back() && (value.front() == u'"' || value.front() == u'\'');
    return isQuoted ? value.sliced(1, value.size() - 2) : value;
}

/// The lines "key = value" of a settings file as "section.key"; what stands there already stays.
void readSettings(const QString &path, Settings &settings)
{
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return;
    QString section;
    const auto lines = QString::fromUtf8(file.read(longestFile)).split(u'\n');
    for (const auto &whole : lines) {
        const auto line = whole.trimmed();
        const auto equals = line.indexOf(u'=');
        if (line.startsWith(u'[') && line.endsWith(u']'))
            section = line.sliced(1, line.size() - 2) + u'.';
        else if (equals > 0 && !line.startsWith(u'#') && !line.startsWith(u';'))
            settings.emplace(section + line.first(equals).trimmed(), unquoted(line.sliced(equals + 1).trimmed()));
    }
}

QString setting(const Settings &settings, std::initializer_list<QString> keys)
{
    for (const auto &key : keys) {
        if (const auto found = settings.find(key); found != settings.end() && !found->second.isEmpty())
            return found->second;
    }
    return {};
}

QString variable(const QProcessEnvironment &environment, std::initializer_list<QString> names)
{
    for (const auto &name : names) {
        if (environment.contains(name))
            return environment.value(name);
    }
    return {};
}

/// "${NAME}" in npm's settings stands for a variable.
QString expanded(QString value, const QProcessEnvironment &environment)
{
    for (qsizetype at = value.indexOf(u"${"); at >= 0; at = value.indexOf(u"${", at)) {
        const auto end = value.indexOf(u'}', at);
        if (end < 0)
            break;
        const auto inserted = environment.value(value.sliced(at + 2, end - at - 2));
        value.replace(at, end - at + 1, inserted);
        at += inserted.size();
    }
    return value;
}

/// The address of a folder in the web, with a slash at its end; `usual` where the text is none.
QUrl folderAddress(const QString &text, const QString &usual)
{
    QUrl url(text.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != u"https" && url.scheme() != u"http"))
        url = QUrl(usual);
    url.setQuery(QString());
    url.setFragment(QString());
    if (!url.path().endsWith(u'/'))
        url.setPath(url.path(QUrl::FullyEncoded) + u'/', QUrl::TolerantMode);
    return url;
}

QString plainAddress(const QUrl &url)
{
    return QString::fromLatin1(url.toEncoded(QUrl::RemoveUserInfo));
}

QByteArray basicAuthorization(const QUrl &url)
{
    if (url.userInfo().isEmpty())
        return {};
    const QString pair = url.userName(QUrl::FullyDecoded) + u':' + url.password(QUrl::FullyDecoded);
    return "Basic " + pair.toUtf8().toBase64();
}

/// npm keeps tokens under the registry's address without its scheme, or under that of a folder above it.
QByteArray npmAuthorization(const Settings &settings, const QUrl &registry, const QProcessEnvironment &environment)
{
    auto place = plainAddress(registry).section(u':', 1);
    while (place.size() > 3) {
        const auto value
            = [&](QStringView key) { return expanded(setting(settings, {place + u':' + key}), environment); };
        if (const auto token = value(u"_authToken"); !token.isEmpty())
            return "Bearer " + token.toUtf8();
        if (const auto pair = value(u"_auth"); !pair.isEmpty())
            return "Basic " + pair.toUtf8();
        if (const auto name = value(u"username"); !name.isEmpty()) {
            const QByteArray pair = name.toUtf8() + ':' + QByteArray::fromBase64(value(u"_password").toUtf8());
            return "Basic " + pair.toBase64();
        }
        place = place.first(place.lastIndexOf(u'/', -2) + 1);
    }
    return basicAuthorization(registry);
}

/// A field that cannot smuggle in others.
QByteArray oneLine(const QByteArray &field)
{
    return field.contains('\n') || field.contains('\r') ? QByteArray() : field;
}

RegistryRoute npmRoute(const QProcessEnvironment &environment, const QString &home, const QString &systemFolder)
{
    const auto usual = u"https://registry.npmjs.org/"_s;
    const auto userFile = variable(environment, {u"npm_config_userconfig"_s, u"NPM_CONFIG_USERCONFIG"_s});
    Settings settings;
    readSettings(userFile.isEmpty() ? QString(home + u"/.npmrc") : userFile, settings);
    readSettings(systemFolder + u"/npmrc", settings);
    auto chosen = variable(environment, {u"npm_config_registry"_s, u"NPM_CONFIG_REGISTRY"_s});
    if (chosen.isEmpty())
        chosen = expanded(setting(settings, {u"registry"_s}), environment);
    const auto registry = folderAddress(chosen, usual);
    return {.path = u"/"_s,
        .upstream = plainAddress(registry),
        .rewrites = {{usual, u"/"_s}, {plainAddress(registry), u"/"_s}},
        .authorization = oneLine(npmAuthorization(settings, registry, environment))};
}

QString chosenIndex(const QProcessEnvironment &environment, const QString &home, const QString &systemFolder)
{
    auto named = variable(environment, {u"PIP_INDEX_URL"_s, u"UV_DEFAULT_INDEX"_s, u"UV_INDEX_URL"_s});
    if (!named.isEmpty())
        return named;
    Settings settings;
    const auto userFolder = environment.value(u"XDG_CONFIG_HOME"_s, home + u"/.config");
    for (const auto &path : {environment.value(u"PIP_CONFIG_FILE"_s), QString(userFolder + u"/pip/pip.conf"),
             QString(home + u"/.pip/pip.conf"), QString(systemFolder + u"/pip.conf")})
        readSettings(path, settings);
    return setting(
        settings, {u"install.index-url"_s, u"install.index_url"_s, u"global.index-url"_s, u"global.index_url"_s});
}

/// The index, and the folder around it, where many keep the files: links of an index lead up to it.
std::vector<RegistryRoute> pypiRoutes(
    const QProcessEnvironment &environment, const QString &home, const QString &systemFolder)
{
    const auto index = folderAddress(chosenIndex(environment, home, systemFolder), u"https://pypi.org/simple/"_s);
    const auto around = index.resolved(QUrl(u"../"_s));
    const auto authorization = oneLine(basicAuthorization(index));
    const auto filesAddress = u"https://files.pythonhosted.org/"_s;
    const QString path = u'/' + pypiPath;
    const std::map<QString, QString> rewrites{{plainAddress(index), path + u"simple/"}, {plainAddress(around), path},
        {filesAddress, u'/' + pypiFilesPath}, {u"href=\"" + around.path(QUrl::FullyEncoded), path}};
    return {{.path = path + u"simple/",
                .upstream = plainAddress(index),
                .rewrites = rewrites,
                .authorization = authorization},
        {.path = path, .upstream = plainAddress(around), .rewrites = rewrites, .authorization = authorization},
        {.path = u'/' + pypiFilesPath, .upstream = filesAddress}};
}

} // namespace

std::vector<RegistryRoute> registryRoutes(
    const QProcessEnvironment &environment, const QString &home, const QString &systemFolder)
{
    auto routes = pypiRoutes(environment, home, systemFolder);
    routes.push_back(npmRoute(environment, home, systemFolder));
    routes.push_back({.path = u'/' + nodePath, .upstream = u"https://nodejs.org/dist/"_s});
    return routes;
}

} // namespace Decayscope
