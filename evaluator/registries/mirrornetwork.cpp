// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mirrornetwork.h"

#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>
#include <QSslConfiguration>
#include <QUrl>

#include <chrono>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

/// The first of the variables that is set, in small letters or capitals.
QString variable(const QProcessEnvironment &environment, std::initializer_list<QString> names)
{
    for (const auto &name : names) {
        for (const auto &spelling : {name, name.toUpper()}) {
            if (const auto value = environment.value(spelling); !value.isEmpty())
                return value;
        }
    }
    return {};
}

/// Whether `no_proxy` names the host: by itself, by a domain it is in, or by "*".
bool isExempt(const QString &host, const QString &list)
{
    const auto entries = list.split(u',', Qt::SkipEmptyParts);
    return std::ranges::any_of(entries, [&host](const QString &entry) {
        auto name = entry.trimmed();
        if (name == u"*")
            return true;
        name.remove(0, name.startsWith(u"*.") ? 2 : name.startsWith(u'.') ? 1 : 0);
        name.truncate(name.contains(u':') && !name.contains(u"::") ? name.lastIndexOf(u':') : name.size());
        return !name.isEmpty()
            && (host.compare(name, Qt::CaseInsensitive) == 0
                || host.endsWith(QString(u'.' + name), Qt::CaseInsensitive));
    });
}

class EnvironmentProxies : public QNetworkProxyFactory
{
public:
    explicit EnvironmentProxies(const QProcessEnvironment &environment)
        : m_environment(environment)
    { }

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        return {environmentProxy(query.url(), m_environment)};
    }

private:
    QProcessEnvironment m_environment;
};

QNetworkProxy proxyAt(const QString &address)
{
    const auto url = QUrl::fromUserInput(address);
    const bool isSocks = url.scheme().startsWith(u"socks");
    const int usual = isSocks ? 1080 : 80;
    return {isSocks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, url.host(),
        static_cast<quint16>(url.port(usual)), url.userName(QUrl::FullyDecoded), url.password(QUrl::FullyDecoded)};
}

} // namespace

QNetworkProxy environmentProxy(const QUrl &url, const QProcessEnvironment &environment)
{
    const auto address = variable(environment, {url.scheme() + u"_proxy"_s, u"all_proxy"_s});
    if (address.isEmpty()) {
        const auto usual = QNetworkProxyFactory::proxyForQuery(QNetworkProxyQuery(url));
        return usual.isEmpty() ? QNetworkProxy(QNetworkProxy::NoProxy) : usual.front();
    }
    if (isExempt(url.host(), variable(environment, {u"no_proxy"_s})))
        return QNetworkProxy(QNetworkProxy::NoProxy);
    return proxyAt(address);
}

std::unique_ptr<QNetworkAccessManager> mirrorNetwork(const QProcessEnvironment &environment)
{
    auto network = std::make_unique<QNetworkAccessManager>();
    network->setProxyFactory(new EnvironmentProxies(environment));
    network->setTransferTimeout(std::chrono::seconds(30));
    auto security = QSslConfiguration::defaultConfiguration();
    for (const auto &name : {u"SSL_CERT_FILE"_s, u"NODE_EXTRA_CA_CERTS"_s}) {
        if (const auto file = environment.value(name); !file.isEmpty())
            security.addCaCertificates(file);
    }
    QSslConfiguration::setDefaultConfiguration(security);
    return network;
}

} // namespace Decayscope
