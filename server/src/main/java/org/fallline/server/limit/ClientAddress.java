package org.fallline.server.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Who asks: the address that the connection comes from, or, when that is a proxy the operator trusts, the one that the proxy
 * says.
 *
 * <p>{@code X-Forwarded-For} is read from its end, which the nearest proxy wrote; the first address that is not a trusted
 * proxy's is the client's, and whatever stands before it the client may have made up. Of an IPv6 address the first 64 bits
 * count, because a client has all addresses that begin with them.
 *
 * @param trusted the addresses of proxies
 */
public record ClientAddress(Networks trusted) {
    private static final int PREFIX = 8;

    /**
     * The client of a request.
     *
     * @param remote where the connection comes from
     * @param forwardedFor the header, all its lines joined by commas; null when there is none
     * @return an address in one spelling
     */
    public String of(String remote, @Nullable String forwardedFor) {
        InetAddress client;
        try {
            client = Networks.address(remote.replaceFirst("^\\[(.*)]$", "$1").replaceFirst("%.*$", ""));
        } catch (IllegalArgumentException e) {
            return remote; // a socket that is no address of the internet
        }
        if (forwardedFor != null) {
            String[] hops = forwardedFor.split(",", -1);
            for (int i = hops.length - 1; i >= 0 && trusted.contain(client); i--) {
                try {
                    client = Networks.address(hops[i].strip().replaceFirst("^\\[(.*)](:[0-9]+)?$", "$1"));
                } catch (IllegalArgumentException e) {
                    break; // who says nothing readable is counted as the proxy itself
                }
            }
        }
        return key(client);
    }

    private static String key(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        try {
            byte[] prefix = Arrays.copyOf(Arrays.copyOf(address.getAddress(), PREFIX), 16);
            return InetAddress.getByAddress(prefix).getHostAddress() + "/64";
        } catch (UnknownHostException e) {
            throw new IllegalStateException("16 bytes are an address", e);
        }
    }
}
